package dev.holdfast.cases.edges;

import static dev.holdfast.annotations.Scope.PROCESS;

import dev.holdfast.annotations.Lives;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/** What comes in with requests stays for as long as the process runs. */
final class EverGrowingMapFlagged {
  private EverGrowingMapFlagged() {}

  /** A cache without an end. */
  static final class Rates {
    private static final Map<String, Double> CACHE = new HashMap<>();

    private Rates() {}

    static double rate(String currency, Instant day) {
      synchronized (CACHE) {
        String key = currency.toLowerCase(Locale.ROOT);
        Double known = CACHE.get(key);
        if (known == null) {
          known = ask(currency, day);
          CACHE.put(key, known); // expect: EverGrowingMap
        }
        return known;
      }
    }

    private static double ask(String currency, Instant day) {
      return currency.length() * day.getEpochSecond();
    }
  }

  /** Filled in one step. */
  static final class Profiles {
    private static final ConcurrentMap<String, List<String>> BY_USER = new ConcurrentHashMap<>();

    private Profiles() {}

    static void visited(String user, String page) {
      List<String> pages = BY_USER.computeIfAbsent(user, Profiles::list); // expect: EverGrowingMap
      pages.add(page);
    }

    private static List<String> list(String user) {
      return Collections.synchronizedList(new ArrayList<>());
    }

    static int users() {
      return BY_USER.size();
    }
  }

  /** One object for the process, which the container makes. */
  @Lives(PROCESS)
  static class Sessions {
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    String login(String user) {
      String token = UUID.randomUUID().toString();
      open.put(token, new Session(user)); // expect: EverGrowingMap
      return token;
    }

    Session find(String token) {
      return open.get(token);
    }
  }

  record Session(String user) {}

  /** One object for the process, by hand. */
  static final class Audit {
    private static final Audit INSTANCE = new Audit();

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Audit() {}

    static Audit instance() {
      return INSTANCE;
    }

    void record(String user, String action) {
      String line = Instant.now() + " " + user + " " + action;
      lines.add(line); // expect: EverGrowingMap
    }

    void print() {
      for (String line : lines) {
        System.out.println(line);
      }
    }
  }

  /** An enum is one object, too. */
  enum Names {
    INTERNED;

    private final Map<String, String> known = Collections.synchronizedMap(new LinkedHashMap<>());

    String intern(String name) {
      String before = known.putIfAbsent(name, name); // expect: EverGrowingMap
      return before == null ? name : before;
    }
  }

  /** What would take out is called by nobody. */
  static final class Templates {
    private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

    private Templates() {}

    static String load(String path) {
      String text = LOADED.get(path);
      if (text == null) {
        text = read(path);
        LOADED.put(path, text); // expect: EverGrowingMap
      }
      return text;
    }

    @SuppressWarnings("unused")
    private static void unload(String path) {
      LOADED.remove(path);
    }

    private static String read(String path) {
      return "template of " + path;
    }
  }

  /** Made when it is first needed. */
  static final class Requests {
    private static Set<String> seen;

    private Requests() {}

    static boolean isNew(String id) {
      if (seen == null) {
        seen = ConcurrentHashMap.newKeySet();
      }
      return seen.add(id.trim()); // expect: EverGrowingMap
    }
  }

  /** A copy kept for statistics, which nobody reads. */
  static final class Payloads {
    private static final List<byte[]> LAST = new ArrayList<>();

    private Payloads() {}

    static synchronized int handle(byte[] body) {
      byte[] copy = body.clone();
      LAST.add(copy); // expect: EverGrowingMap
      return copy.length;
    }
  }

  /** A lambda of a service puts it in. */
  @Lives(PROCESS)
  static class Uploads {
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    void all(Map<Long, String> files) {
      files.forEach((id, name) -> names.put(id, name.trim())); // expect: EverGrowingMap
    }

    String name(long id) {
      return names.get(id);
    }
  }

  /** Used by a class beside it. */
  static final class Board {
    static final Map<String, Integer> SCORES = new ConcurrentHashMap<>();

    private Board() {}
  }

  /** The class beside it. */
  static final class Player {
    private int score;

    int play(String name, int points) {
      score += points;
      Board.SCORES.put(name.trim(), score); // expect: EverGrowingMap
      return score;
    }
  }

  /** Others may take out: public, and not called here. */
  public static final class Tokens {
    private static final Map<String, Instant> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    public static void issue(String user) {
      ISSUED.put(user, Instant.now()); // possible: EverGrowingMap
    }

    public static void revoke(String user) {
      ISSUED.remove(user);
    }
  }

  /** What is asked grows as well, or is asked for something else. */
  @Lives(PROCESS)
  static final class Guests {
    private static final Set<String> HOUSES = Set.of("HAM", "MUC", "LEJ");

    private final Map<String, Instant> arrived = new ConcurrentHashMap<>();
    private final Map<String, Instant> left = new ConcurrentHashMap<>();

    public void arrive(String house, String guest) {
      if (HOUSES.contains(house)) {
        arrived.put(guest, Instant.now()); // expect: EverGrowingMap
      }
    }

    public void leave(String guest) {
      if (arrived.containsKey(guest)) {
        left.put(guest, Instant.now()); // expect: EverGrowingMap
      }
    }
  }
}
