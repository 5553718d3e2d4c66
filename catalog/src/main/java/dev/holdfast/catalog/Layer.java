package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;

/** Looks members up in the stubs of one rank; nothing is resolved before a name hits. */
final class Layer {
  private final Declarations declarations;

  Layer(Declarations declarations) {
    this.declarations = declarations;
  }

  Declarations declarations() {
    return declarations;
  }

  boolean mentions(String memberName) {
    return declarations.memberNames().contains(memberName);
  }

  /** What the nearest type that speaks about the member says; null if none does. */
  Contract contract(Member member, Lineage lineage, Program program, Meanings meanings) {
    if (!member.isType() && !declarations.memberNames().contains(member.name())) {
      return null;
    }
    boolean constructor = member.name().equals("<init>");
    Overload overload =
        member.isType() || member.isField() ? null : Overload.of(member.descriptor());
    int distance = 0;
    for (String type = lineage.get(0); type != null; type = lineage.get(++distance)) {
      List<TypeStub> stubs = declarations.of(type);
      if (!stubs.isEmpty()) {
        Contract said = said(active(stubs, program), member, overload, program, meanings);
        if (said != null) {
          return said;
        }
      }
      if (constructor) {
        break;
      }
    }
    return null;
  }

  /** The declarations of a type that hold here: what is guarded goes before what always holds. */
  private static List<TypeStub> active(List<TypeStub> stubs, Program program) {
    if (stubs.size() == 1 && stubs.get(0).guards.isEmpty()) {
      return stubs;
    }
    List<TypeStub> active = new ArrayList<>(2);
    int guarded = 0;
    for (TypeStub type : stubs) {
      if (type.guards.isEmpty()) {
        active.add(type);
      } else if (type.holds(program)) {
        active.add(guarded++, type);
      }
    }
    return active;
  }

  private static Contract said(
      List<TypeStub> types, Member member, Overload overload, Program program, Meanings meanings) {
    List<Fact> facts = new ArrayList<>();
    if (member.isType()) {
      String doc = null;
      for (TypeStub type : types) {
        Facts.ofType(type, program, meanings, facts);
        doc = doc == null ? type.doc : doc;
      }
      return facts.isEmpty() ? null : new Contract(true, facts, Advice.of(doc));
    }
    MemberStub stub = find(types, member, overload);
    String doc = stub == null ? null : stub.doc();
    if (stub != null) {
      Facts.ofMember(stub, overload, program, meanings, facts);
    }
    if (member.name().equals("<init>")) {
      for (TypeStub type : types) {
        Facts.ofConstructors(type, stub, program, meanings, facts);
      }
    }
    if (stub == null && facts.isEmpty()) {
      return null;
    }
    for (int i = 0; doc == null && !facts.isEmpty() && i < types.size(); i++) {
      doc = types.get(i).doc;
    }
    return new Contract(true, facts, Advice.of(doc));
  }

  /** Mentioned once, a member speaks for all its overloads; more often, each for its own. */
  private static MemberStub find(List<TypeStub> types, Member member, Overload overload) {
    MemberStub only = null;
    MemberStub loose = null;
    int count = 0;
    for (TypeStub type : types) {
      for (MemberStub stub : type.members) {
        if (!stub.name().equals(member.name()) || stub.isField() != (overload == null)) {
          continue;
        }
        count += only == null || !only.hasParametersOf(stub) ? 1 : 0;
        only = only == null ? stub : only;
        if (overload == null || overload.matches(stub.parameters(), false)) {
          return stub;
        }
        if (loose == null && overload.matches(stub.parameters(), true)) {
          loose = stub;
        }
      }
    }
    return count == 1 ? only : loose;
  }
}
