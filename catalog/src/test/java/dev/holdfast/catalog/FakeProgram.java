package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program written down in a test. */
final class FakeProgram implements Program {
  private final Map<String, List<String>> supertypes = new HashMap<>();
  private final Map<Member, List<Note>> notes = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private int release = 17;

  /** A type and what it extends or implements directly. */
  FakeProgram type(String name, String... above) {
    supertypes.put(name, List.of(above));
    return this;
  }

  FakeProgram having(String type, String member) {
    members.add(type);
    members.add(type + "#" + member);
    return this;
  }

  FakeProgram note(Member member, Slot slot, String annotation, String... arguments) {
    Map<String, String> elements = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      elements.put(arguments[i], arguments[i + 1]);
    }
    notes
        .computeIfAbsent(member, key -> new ArrayList<>())
        .add(new Note(annotation, slot, elements));
    return this;
  }

  FakeProgram release(int target) {
    release = target;
    return this;
  }

  @Override
  public List<String> supertypes(String type) {
    return supertypes.getOrDefault(type, List.of());
  }

  @Override
  public List<Note> notes(Member member) {
    return notes.getOrDefault(member, List.of());
  }

  @Override
  public boolean has(String type, String memberName) {
    return members.contains(memberName == null ? type : type + "#" + memberName);
  }

  @Override
  public int release() {
    return release;
  }
}
