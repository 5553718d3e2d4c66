package dev.holdfast.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class ReservationSweeper {

  private static final Duration LIFETIME = Duration.ofMinutes(10);

  @Scheduled(fixedRate = 60_000)
  public void sweep() {
    Instant limit = Instant.now().minus(LIFETIME);
    Iterator<Instant> reservations = PriceListRegistry.RESERVATIONS.values().iterator();
    while (reservations.hasNext()) {
      if (reservations.next().isBefore(limit)) {
        reservations.remove();
      }
    }
  }
}
