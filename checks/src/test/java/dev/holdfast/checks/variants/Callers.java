package dev.holdfast.checks.variants;

import com.github.javaparser.ast.body.MethodDeclaration;
import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who calls whom in the cases, by name. */
final class Callers {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern OUTSIDE = Pattern.compile("(?:\\.|::)\\s*(\\w+)");

  /** Names that stand behind a dot in some file. */
  private final Set<String> named = new HashSet<>();

  Callers() {
    for (Case one : Cases.all()) {
      named.addAll(qualified(read(one)));
    }
  }

  private static String read(Case one) {
    try {
      return Files.readString(one.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> qualified(String text) {
    Set<String> names = new HashSet<>();
    Matcher matcher = OUTSIDE.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Whether a method is named nowhere but where it is declared. */
  boolean isCalledByNobody(MethodDeclaration method, String file) {
    String name = method.getNameAsString();
    int mentioned = 0;
    Matcher matcher = WORD.matcher(file);
    while (matcher.find()) {
      mentioned += matcher.group().equals(name) ? 1 : 0;
    }
    return mentioned == 1 && !named.contains(name);
  }
}
