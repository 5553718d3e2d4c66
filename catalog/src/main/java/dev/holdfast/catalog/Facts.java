package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns what stands on a stub's declarations into facts about slots. */
final class Facts {
  private Facts() {}

  /** What a type says about itself. */
  static void ofType(TypeStub type, Program program, Meanings meanings, List<Fact> facts) {
    for (Mark mark : type.marks) {
      meanings.add(mark, mark.arguments(), place(Slot.TYPE, false, type, mark, program), facts);
    }
  }

  /** What a member says, its parameters named by their index in the overload at hand. */
  static void ofMember(
      MemberStub stub, Overload overload, Program program, Meanings meanings, List<Fact> facts) {
    boolean constructor = stub.isConstructor();
    TypeStub type = stub.type();
    Slot declared = stub.isField() ? Slot.FIELD : Slot.RESULT;
    for (Mark mark : stub.marks()) {
      Map<String, String> arguments =
          stub.isField()
              ? mark.arguments()
              : ClosedBy.indexed(mark.arguments(), stub.parameters(), overload);
      meanings.add(mark, arguments, place(declared, constructor, type, mark, program), facts);
    }
    for (Mark mark : stub.receiver()) {
      meanings.add(
          mark, mark.arguments(), place(Slot.RECEIVER, constructor, type, mark, program), facts);
    }
    for (int i = 0; !stub.isField() && i < stub.parameters().size(); i++) {
      List<Mark> marks = stub.parameters().get(i).marks();
      int index = marks.isEmpty() ? -1 : overload.index(i, stub.parameters());
      if (index >= 0) {
        Slot slot = Slot.parameter(index);
        for (Mark mark : marks) {
          meanings.add(
              mark, mark.arguments(), place(slot, constructor, type, mark, program), facts);
        }
      }
    }
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
        if (Word.named(mark.name()) == word && !mark.foreign()) {
          return true; // denied, or not before a later release
        }
      }
    }
    return false;
  }

  private static Place place(
      Slot slot, boolean constructor, TypeStub type, Mark mark, Program program) {
    return new Place(
        slot,
        constructor,
        type.file + ":" + mark.line(),
        program == null ? Integer.MAX_VALUE : program.release());
  }
}
