package dev.holdfast.gate.project;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts modules into as few compilations as their class paths allow: what is compiled together is
 * read once, and a method of one module is understood where another calls it. Modules that want
 * different versions of a library, or another release, are kept apart.
 */
final class Grouping {
  private final long maxSourceBytes;
  private final List<Group> groups = new ArrayList<>();

  Grouping(long maxSourceBytes) {
    this.maxSourceBytes = maxSourceBytes;
  }

  /** A module with all that is known about its surroundings. */
  record Input(
      Module module,
      List<Path> sourcePath,
      List<Path> classPath,
      CompilerSettings settings,
      Charset charset,
      long sourceBytes) {}

  void add(Input input) {
    for (Group group : groups) {
      if (group.accepts(input)) {
        group.add(input);
        return;
      }
    }
    Group group = new Group();
    group.add(input);
    groups.add(group);
  }

  List<Compilation> compilations() {
    return groups.stream().map(Group::compilation).toList();
  }

  private final class Group {
    private final List<Input> members = new ArrayList<>();
    private final Map<String, Path> versions = new HashMap<>();
    private long bytes;

    boolean accepts(Input input) {
      Input first = members.get(0);
      boolean sameSettings =
          first.settings().equals(input.settings())
              && java.util.Objects.equals(first.charset(), input.charset());
      if (!sameSettings || bytes + input.sourceBytes() > maxSourceBytes) {
        return false;
      }
      for (Path entry : input.classPath()) {
        Path known = versions.get(Processors.artifactId(entry));
        if (known != null && !known.equals(entry) && !isFolder(entry)) {
          return false;
        }
      }
      return true;
    }

    void add(Input input) {
      members.add(input);
      bytes += input.sourceBytes();
      for (Path entry : input.classPath()) {
        if (!isFolder(entry)) {
          versions.putIfAbsent(Processors.artifactId(entry), entry);
        }
      }
    }

    private boolean isFolder(Path entry) {
      return !String.valueOf(entry.getFileName()).endsWith(".jar");
    }

    Compilation compilation() {
      List<String> names = new ArrayList<>();
      Set<Path> files = new LinkedHashSet<>();
      Set<Path> reported = new HashSet<>();
      Set<Path> ownRoots = new LinkedHashSet<>();
      Set<Path> sourcePath = new LinkedHashSet<>();
      Set<Path> classPath = new LinkedHashSet<>();
      for (Input member : members) {
        names.add(member.module().name());
        files.addAll(member.module().files());
        reported.addAll(member.module().reported());
        ownRoots.addAll(member.module().roots());
        sourcePath.addAll(member.sourcePath());
        classPath.addAll(member.classPath());
      }
      if (files.size() > 1) {
        sourcePath.removeAll(ownRoots);
      }
      CompilerSettings settings = members.get(0).settings();
      List<Path> entries = List.copyOf(classPath);
      return new Compilation(
          String.join(", ", names),
          List.copyOf(files),
          reported,
          List.copyOf(ownRoots),
          List.copyOf(sourcePath),
          entries,
          Processors.path(entries, settings.processors()),
          settings,
          members.get(0).charset());
    }
  }
}
