package dev.holdfast.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Service;

@Service
public class LoginAttemptTracker {

  private record Attempts(int failures, Instant last) {

    Attempts next() {
      return new Attempts(failures + 1, Instant.now());
    }
  }

  private static final int LIMIT = 5;
  private static final Duration MEMORY = Duration.ofMinutes(15);

  private final ConcurrentMap<String, Attempts> byUser = new ConcurrentHashMap<>();

  public void failed(String username) {
    byUser.merge( // expect: EverGrowingMap
        username, new Attempts(1, Instant.now()), (old, first) -> old.next());
  }

  public boolean isLocked(String username) {
    Attempts attempts = byUser.get(username);
    return attempts != null
        && attempts.failures() >= LIMIT
        && attempts.last().plus(MEMORY).isAfter(Instant.now());
  }

  private void expire() {
    Instant limit = Instant.now().minus(MEMORY);
    byUser.values().removeIf(attempts -> attempts.last().isBefore(limit));
  }
}
