package dev.holdfast.catalog;

import java.util.List;

/** What an engine must tell the catalog about the program it looks at. Binary names throughout. */
public interface Program {
  /** Superclass first, then interfaces; empty where the type is not known. */
  List<String> supertypes(String type);

  /** Annotations that the program itself carries on exactly this member. */
  List<Note> notes(Member member);

  /** Whether a type is there, or, with a name, whether it has a member of that name. */
  boolean has(String type, String memberName);

  /** The release the program is compiled for, for example 17. */
  int release();
}
