package dev.holdfast.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.cache.RemovalNotification;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class PartnerSessionCaches implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(PartnerSessionCaches.class);

  public interface Session extends Closeable {
    String partner();
  }

  public interface Connector {
    Session open(String partner) throws IOException;
  }

  private static final int MAX_PINNED = 10;
  private static final Map<String, Session> PINNED = new ConcurrentHashMap<>();

  private final Cache<String, String> displayNames = limited().build();
  private final LoadingCache<String, Session> sessions;

  public PartnerSessionCaches(Connector connector) {
    this.sessions =
        CacheBuilder.newBuilder()
            .maximumSize(50)
            .removalListener((RemovalNotification<String, Session> gone) -> close(gone.getValue()))
            .build(
                new CacheLoader<String, Session>() {
                  @Override
                  public Session load(String partner) throws IOException {
                    return connector.open(partner);
                  }
                });
  }

  public String displayName(String partner) {
    return displayNames.get(partner, id -> id.toUpperCase(Locale.ROOT));
  }

  public String connectedAs(String partner) throws ExecutionException {
    return sessions.get(partner).partner();
  }

  public static synchronized void pin(Session session) {
    if (PINNED.size() >= MAX_PINNED && !PINNED.containsKey(session.partner())) {
      throw new IllegalStateException("too many pinned sessions");
    }
    close(PINNED.put(session.partner(), session));
  }

  public static synchronized void unpin(String partner) {
    close(PINNED.remove(partner));
  }

  @Override
  public void close() {
    sessions.invalidateAll();
  }

  private static Caffeine<Object, Object> limited() {
    return Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(2_000);
  }

  private static void close(Session session) {
    if (session == null) {
      return;
    }
    try {
      session.close();
    } catch (IOException e) {
      log.warn("session of {} not closed cleanly", session.partner(), e);
    }
  }
}
