package dev.holdfast.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {
  private static final Path ROOT = Cases.sources().resolve("../../../..").normalize();
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final String SOURCES =
      Stream.concat(Cases.all().stream(), Cases.modern().stream())
          .map(file -> flush(read(file.file())))
          .collect(Collectors.joining("\n"));

  @ParameterizedTest
  @EnumSource(Rule.class)
  void pageHasItsSections(Rule rule) {
    String page = read(ROOT.resolve(rule.page()));
    assertTrue(page.startsWith("# " + rule.ruleName() + "\n\n" + rule.summary() + ".\n\n"), page);
    assertEquals(
        List.of(
            "## What it flags",
            "## Why it hurts",
            "## Before and after",
            "## What it does not see",
            "## How to suppress"),
        page.lines().filter(line -> line.startsWith("## ")).toList());
    rule.cwes().forEach(cwe -> assertTrue(page.contains("CWE-" + cwe), rule::ruleName));
    assertTrue(page.contains("@SuppressWarnings(\"" + rule.ruleName() + "\")"), rule::ruleName);
    assertTrue(page.contains("@Accepted(rule = \"" + rule.ruleName() + "\""), rule::ruleName);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void codeOnThePageIsCodeOfTheCases(Rule rule) {
    List<String> blocks =
        CODE.matcher(read(ROOT.resolve(rule.page()))).results().map(code -> code.group(1)).toList();
    assertFalse(blocks.isEmpty(), rule::ruleName);
    for (String block : blocks) {
      assertTrue(SOURCES.contains(flush(block).strip()), () -> rule.ruleName() + ":\n" + block);
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void linksLeadSomewhere(Rule rule) {
    Path page = ROOT.resolve(rule.page());
    Matcher link = LINK.matcher(read(page));
    while (link.find()) {
      Path target = page.resolveSibling(link.group(1)).normalize();
      assertTrue(Files.exists(target), target::toString);
    }
  }

  /** Without indentation, so that a method reads the same wherever it stands. */
  private static String flush(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
