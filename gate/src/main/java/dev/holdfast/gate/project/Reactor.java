package dev.holdfast.gate.project;

import dev.holdfast.gate.model.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Maven modules that are built together, from the topmost aggregator down. */
final class Reactor {
  private final Path top;
  private final Map<String, Pom> modules = new LinkedHashMap<>();

  private Reactor(Path top) {
    this.top = top;
  }

  /** The reactor a module is part of; of itself alone where no aggregator lists it. */
  static Reactor around(Pom module) throws InputException {
    Path top = module.file();
    Path folder = module.base().getParent();
    for (; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("pom.xml");
      if (Files.isRegularFile(candidate) && isListed(candidate, top)) {
        top = candidate;
      }
    }
    Reactor reactor = new Reactor(top);
    reactor.load(Pom.read(top));
    return reactor;
  }

  /** Whether an aggregator, directly or through aggregators of its own, lists this POM. */
  private static boolean isListed(Path aggregator, Path pom) {
    Deque<Path> open = new ArrayDeque<>(List.of(aggregator));
    Set<Path> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Path next = open.pop();
      if (next.equals(pom)) {
        return true;
      }
      // only aggregators on the way down to the POM can matter
      boolean onTheWay = next.equals(aggregator) || pom.startsWith(next.getParent());
      if (onTheWay && seen.add(next)) {
        try {
          open.addAll(Pom.read(next).modules());
        } catch (InputException e) {
          return false;
        }
      }
    }
    return false;
  }

  private void load(Pom pom) {
    if (modules.containsValue(pom) || modules.putIfAbsent(pom.key(), pom) != null) {
      return;
    }
    for (Path file : pom.modules()) {
      try {
        load(Pom.read(file));
      } catch (InputException e) {
        // a broken module is reported where it is scanned; here it is no sibling
      }
    }
  }

  /** The topmost POM file. */
  Path top() {
    return top;
  }

  List<Pom> modules() {
    return List.copyOf(modules.values());
  }

  boolean contains(String key) {
    return modules.containsKey(key);
  }

  /** The modules that one depends on, directly or not, nearest first. */
  List<Pom> siblings(Pom module) {
    Map<String, Pom> found = new LinkedHashMap<>();
    Deque<Pom> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      for (String key : open.pop().dependencies()) {
        Pom sibling = modules.get(key);
        if (sibling != null
            && !sibling.key().equals(module.key())
            && found.putIfAbsent(key, sibling) == null) {
          open.add(sibling);
        }
      }
    }
    return new ArrayList<>(found.values());
  }
}
