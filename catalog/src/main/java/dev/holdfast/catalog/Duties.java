package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which types a set of stubs makes worth following, whatever the program.
 *
 * @param types binary names of types whose values may carry a duty or a pool bond
 * @param limited binary names of types with a member that waits or bounds
 */
record Duties(Set<String> types, Set<String> limited) {
  /** Adds what these declarations say. */
  void add(List<TypeStub> all, TypeNames names, Meanings meanings) {
    for (TypeStub type : all) {
      if (type.isAnnotation) {
        continue; // says what an annotation means, nothing about a library
      }
      List<Fact> facts = new ArrayList<>();
      Facts.ofType(type, null, meanings, facts);
      add(type, type.name, facts);
      for (MemberStub member : type.members) {
        facts = Facts.written(member, meanings);
        if (!facts.isEmpty()) {
          String result = member.isConstructor() ? type.name : names.resolve(type, member.result());
          add(type, result, facts);
        }
      }
    }
  }

  void add(Duties other) {
    types.addAll(other.types);
    limited.addAll(other.limited);
  }

  private void add(TypeStub type, String result, List<Fact> facts) {
    for (Fact fact : facts) {
      switch (fact.word()) {
        case WAITS:
        case BOUNDS:
          limited.add(type.name);
          break;
        case ACQUIRES:
        case BORROWS:
          if (result != null
              && !fact.argument("deferred", "").equals("true")
              && !fact.value("").equals("NOTHING")) {
            types.add(result);
          }
          break;
        case RELEASES:
        case RETURNS:
          if (fact.slot().kind() == Slot.Kind.RECEIVER) {
            types.add(type.name);
          }
          break;
        default:
      }
    }
  }
}
