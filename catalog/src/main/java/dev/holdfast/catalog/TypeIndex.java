package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the stubs as a whole say about types, whatever the program. */
final class TypeIndex {
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> dutyTypes = new HashSet<>();
  private final Set<String> limited = new HashSet<>();

  TypeIndex(List<TypeStub> all, Meanings meanings) {
    Set<String> known = new HashSet<>();
    for (TypeStub type : all) {
      known.add(type.name);
    }
    TypeNames names = new TypeNames(known);
    for (TypeStub type : all) {
      if (type.isAnnotation) {
        continue; // says what an annotation means, nothing about a library
      }
      List<Fact> facts = new ArrayList<>();
      Facts.ofType(type, null, meanings, facts);
      add(type, "", null, null, facts, type.doc, type.line);
      note(type, type.name, facts);
      for (MemberStub member : type.members) {
        facts = new ArrayList<>();
        List<String> parameters = null;
        if (member.isField()) {
          Facts.ofMember(member, null, null, meanings, facts);
        } else {
          parameters = new ArrayList<>(member.parameters().size());
          for (MemberStub.Parameter parameter : member.parameters()) {
            parameters.add(parameter.type());
          }
          Facts.ofMember(member, Overload.of(member.parameters()), null, meanings, facts);
        }
        String declared = member.result();
        add(type, member.name(), parameters, declared, facts, member.doc(), member.line());
        String result = member.isConstructor() ? type.name : names.resolve(type, declared);
        note(type, result, facts);
      }
    }
  }

  List<Entry> entries() {
    return entries;
  }

  Set<String> dutyTypes() {
    return dutyTypes;
  }

  boolean bearsLimits(String type) {
    return limited.contains(type);
  }

  private void add(
      TypeStub type,
      String member,
      List<String> parameters,
      String result,
      List<Fact> facts,
      String doc,
      int line) {
    entries.add(
        new Entry(
            type.name,
            member,
            parameters,
            result,
            facts,
            type.guards,
            Advice.of(doc),
            type.file,
            line));
  }

  private void note(TypeStub type, String result, List<Fact> facts) {
    for (Fact fact : facts) {
      switch (fact.word()) {
        case WAITS:
        case BOUNDS:
          limited.add(type.name);
          break;
        case ACQUIRES:
        case BORROWS:
          if (result != null && !fact.argument("deferred", "").equals("true")) {
            dutyTypes.add(result);
          }
          break;
        case RELEASES:
        case RETURNS:
          if (fact.slot().kind() == Slot.Kind.RECEIVER) {
            dutyTypes.add(type.name);
          }
          break;
        default:
      }
    }
  }
}
