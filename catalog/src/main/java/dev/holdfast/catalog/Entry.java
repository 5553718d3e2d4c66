package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * One declaration of a stub with all it says, for whoever wants to hold the catalog against the
 * real library.
 *
 * @param type binary name
 * @param member as in {@link Member#name()}: "" for the type itself
 * @param parameters types as written, type variables erased; null for a type or field
 * @param result declared type as written, erased; the type itself for a constructor, null for a
 *     type
 * @param facts what is said, whatever the release
 * @param guards what must be there for it to hold, {@code org.x.Client#close()}; empty for always
 * @param advice plain text of the Javadoc, or ""
 */
public record Entry(
    String type,
    String member,
    List<String> parameters,
    String result,
    List<Fact> facts,
    List<String> guards,
    String advice,
    String file,
    int line) {

  /** Everything that these declarations say. */
  static List<Entry> of(List<TypeStub> all, Meanings meanings) {
    List<Entry> entries = new ArrayList<>();
    for (TypeStub type : all) {
      if (type.isAnnotation) {
        continue; // says what an annotation means, nothing about a library
      }
      List<Fact> facts = new ArrayList<>();
      Facts.ofType(type, null, meanings, facts);
      entries.add(of(type, "", null, null, facts, type.doc, type.line));
      for (MemberStub member : type.members) {
        List<String> parameters = member.isField() ? null : new ArrayList<>();
        for (int i = 0; parameters != null && i < member.parameters().size(); i++) {
          parameters.add(member.parameters().get(i).type());
        }
        facts = Facts.written(member, meanings);
        entries.add(
            of(
                type,
                member.name(),
                parameters,
                member.result(),
                facts,
                member.doc(),
                member.line()));
      }
    }
    return entries;
  }

  private static Entry of(
      TypeStub type,
      String member,
      List<String> parameters,
      String result,
      List<Fact> facts,
      String doc,
      int line) {
    return new Entry(
        type.name, member, parameters, result, facts, type.guards, Advice.of(doc), type.file, line);
  }

  public boolean isType() {
    return member.isEmpty();
  }

  public boolean isField() {
    return !member.isEmpty() && parameters == null;
  }

  /** Place and declaration: {@code okhttp.astub:12 okhttp3.Call.execute()}. */
  @Override
  public String toString() {
    String declaration = isType() ? type : type + "." + member;
    if (parameters != null) {
      declaration += "(" + String.join(", ", parameters) + ")";
    }
    return file + ":" + line + " " + declaration;
  }
}
