package dev.holdfast.analysis.retention;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What names say: some name what a program declares and has few of, not what comes in. */
final class Names {
  private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_$.]");

  private static final Set<String> DECLARED =
      Set.of(
          ("agent annotation bean bundle charset class codec column constant "
                  + "constructor converter definition descriptor deserializer driver "
                  + "encoding engine enum extension factory field format formatter "
                  + "function getter handler impl interceptor keyword listener loader "
                  + "locale logger manager method mime module operator package parser "
                  + "pattern plugin property protocol provider reflect regex registrar "
                  + "registry resource scheme schema serializer setter strategy supplier "
                  + "symbol type version")
              .split(" "));

  private Names() {}

  /** Whether a name has a word in it for something that is declared. */
  static boolean sayDeclared(String name) {
    for (String part : name == null ? new String[0] : WORDS.split(name)) {
      String word = part.toLowerCase(Locale.ROOT);
      String singular =
          word.endsWith("ies")
              ? word.substring(0, word.length() - 3) + "y"
              : word.endsWith("sses")
                  ? word.substring(0, word.length() - 2)
                  : word.endsWith("s") && !word.endsWith("ss")
                      ? word.substring(0, word.length() - 1)
                      : word;
      if (DECLARED.contains(singular)) {
        return true;
      }
    }
    return false;
  }
}
