package dev.holdfast.catalog;

/**
 * A method, constructor, field or type of the analysed program.
 *
 * @param owner binary name of the declaring class with dots and {@code $}: {@code
 *     okhttp3.OkHttpClient$Builder}
 * @param name member name, {@code <init>} for a constructor, "" for the type itself
 * @param descriptor erased JVM descriptor of a method ({@code (Ljava/lang/String;I)V}); "" for a
 *     field or type
 */
public record Member(String owner, String name, String descriptor) {
  public static Member type(String name) {
    return new Member(name, "", "");
  }

  public static Member field(String owner, String name) {
    return new Member(owner, name, "");
  }

  public boolean isType() {
    return name.isEmpty();
  }

  public boolean isField() {
    return !name.isEmpty() && descriptor.isEmpty();
  }

  // Written out: what a record generates costs a bootstrap in every cold compiler.
  @Override
  public boolean equals(Object other) {
    return other instanceof Member member
        && member.name.equals(name)
        && member.owner.equals(owner)
        && member.descriptor.equals(descriptor);
  }

  @Override
  public int hashCode() {
    return (owner.hashCode() * 31 + name.hashCode()) * 31 + descriptor.hashCode();
  }
}
