package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns what stands on a stub's declarations into facts about slots. */
final class Facts {
  private Facts() {}

  /** What a type says about itself, unless an earlier declaration of it has said that word. */
  static void ofType(TypeStub type, Program program, Meanings meanings, List<Fact> facts) {
    int before = facts.size();
    for (Mark mark : type.marks) {
      meanings.add(mark, mark.arguments(), place(Slot.TYPE, false, mark, program), facts);
    }
    for (int i = facts.size() - 1; i >= before; i--) {
      for (int j = 0; j < before; j++) {
        if (facts.get(j).word() == facts.get(i).word()) {
          facts.remove(i);
          break;
        }
      }
    }
  }

  /** What a member says, its parameters named by their index in the overload at hand. */
  static void ofMember(
      MemberStub stub, Overload overload, Program program, Meanings meanings, List<Fact> facts) {
    boolean constructor = stub.isConstructor();

    Slot declared = stub.isField() ? Slot.FIELD : Slot.RESULT;
    for (Mark mark : stub.marks()) {
      Map<String, String> arguments =
          stub.isField()
              ? mark.arguments()
              : ClosedBy.indexed(mark.arguments(), stub.parameters(), overload);
      meanings.add(mark, arguments, place(declared, constructor, mark, program), facts);
    }
    for (Mark mark : stub.receiver()) {
      meanings.add(mark, mark.arguments(), place(Slot.RECEIVER, constructor, mark, program), facts);
    }
    for (int i = 0; !stub.isField() && i < stub.parameters().size(); i++) {
      List<Mark> marks = stub.parameters().get(i).marks();
      int index = marks.isEmpty() ? -1 : overload.index(i, stub.parameters());
      if (index >= 0) {
        Slot slot = Slot.parameter(index);
        for (Mark mark : marks) {
          meanings.add(mark, mark.arguments(), place(slot, constructor, mark, program), facts);
        }
      }
    }
  }

  /** What a member says in the overload it writes, whatever the release. */
  static List<Fact> written(MemberStub stub, Meanings meanings) {
    List<Fact> facts = new ArrayList<>(2);
    Overload overload = stub.isField() ? null : Overload.of(stub.parameters());
    ofMember(stub, overload, null, meanings, facts);
    return facts;
  }

  /**
   * What {@code @Waits} and {@code @Acquires} on a type say about one of its constructors, unless
   * the constructor has the word itself.
   */
  static void ofConstructors(
      TypeStub type, MemberStub stub, Program program, Meanings meanings, List<Fact> facts) {
    List<Fact> onType = new ArrayList<>();
    ofType(type, program, meanings, onType);
    for (Fact fact : onType) {
      if ((fact.word() == Word.WAITS || fact.word() == Word.ACQUIRES)
          && !says(fact.word(), stub, facts)) {
        facts.add(new Fact(fact.word(), Slot.RESULT, fact.arguments(), fact.origin()));
      }
    }
  }

  private static boolean says(Word word, MemberStub stub, List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact.word() == word && fact.slot().kind() == Slot.Kind.RESULT) {
        return true;
      }
    }
    if (stub != null) {
      for (Mark mark : stub.marks()) {
        if (mark.word() == word) {
          return true; // denied, or not before a later release
        }
      }
    }
    return false;
  }

  private static Place place(Slot slot, boolean constructor, Mark mark, Program program) {
    return new Place(
        slot, constructor, mark.origin(), program == null ? Integer.MAX_VALUE : program.release());
  }
}
