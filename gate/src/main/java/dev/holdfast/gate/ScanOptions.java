package dev.holdfast.gate;

import dev.holdfast.analysis.configuration.Configuration;
import dev.holdfast.analysis.configuration.ConfigurationFile;
import dev.holdfast.analysis.configuration.Key;
import dev.holdfast.analysis.configuration.Setting;
import dev.holdfast.checks.Options;
import dev.holdfast.gate.model.InputException;
import dev.holdfast.gate.project.Names;
import dev.holdfast.gate.project.Project;
import dev.holdfast.rulebook.Rule;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a scan can be told, and what of it makes no sense. */
final class ScanOptions {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Maven module or aggregator, source folder, .java file, -sources.jar; jar, war, folder of"
              + " class files, .class file; any number.")
  List<Path> paths;

  @Option(
      names = {"-cp", "--classpath"},
      paramLabel = "CP",
      description =
          "Class path of the code; 'folder/*' takes all its jars. Without it: an existing build,"
              + " and what Maven says of the POMs, also of one beside a jar.")
  String classPath;

  @Option(names = "--tests", description = "Scan test sources too.")
  boolean tests;

  @Option(
      names = "--all",
      description = "Show possible findings and suggestions too; they never fail the scan.")
  boolean all;

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      split = ",",
      description = "Only this rule; may be repeated.")
  List<String> ruleNames = List.of();

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Print at most N findings; the others are counted (default: all).")
  int max = Integer.MAX_VALUE;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write SARIF 2.1.0, as GitHub code scanning reads it; '-' is standard output.")
  String sarif;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write JSON (docs/json-report.md); '-' is standard output.")
  String json;

  @Option(
      names = "--stubs",
      paramLabel = "FILE",
      split = ",",
      description =
          "Your own stub file, or a folder of them, with facts about APIs; may be repeated.")
  List<Path> stubs = List.of();

  @Option(
      names = "--max-map-depth",
      paramLabel = "N",
      description = "Levels that may be dug into an untyped map (default: 2).")
  String maxMapDepth;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "As a line of holdfast.properties (docs/configuration.md), which it wins over; may be"
              + " repeated.")
  List<String> settings = List.of();

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "Java release to judge the sources by (default: what the POM says).")
  int release;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Encoding of the sources (default: what the POM says, else UTF-8).")
  Charset charset;

  @Option(names = "--offline", description = "Do not let Maven download anything.")
  boolean offline;

  @Option(
      names = "--strict",
      description = "Exit with 3 instead of 0 if parts of the code could not be analysed.")
  boolean strict;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto; NO_COLOR is heard).")
  When color = When.AUTO;

  /** When to use colours. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** The rules asked for; all where none is named. */
  Set<Rule> rules() throws InputException {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    for (String name : ruleNames) {
      rules.add(RuleNames.find(name));
    }
    return rules.isEmpty() ? EnumSet.allOf(Rule.class) : rules;
  }

  void checkNumbers() throws InputException {
    if (max < 0) {
      throw new InputException("--max " + max + ": must not be negative");
    }
    if (release != 0 && release < 8) {
      throw new InputException("--release " + release + ": must be 8 or newer");
    }
  }

  /** What the checks are told. */
  Options checks(Names names) throws InputException {
    List<Setting> given = new ArrayList<>();
    if (!stubs.isEmpty()) {
      List<String> files = new ArrayList<>();
      for (Path stub : stubs) {
        Path file = names.resolve(stub);
        if (!Files.isReadable(file)) {
          throw new InputException("--stubs " + names.display(file) + ": not a readable file");
        }
        files.add(file.toString());
      }
      given.add(Setting.flag(Key.STUBS, String.join(",", files), "--stubs"));
    }
    if (maxMapDepth != null) {
      given.add(Setting.flag(Key.MAX_MAP_DEPTH, maxMapDepth, "--max-map-depth"));
    }
    for (String setting : settings) {
      given.add(setting(setting, names));
    }
    Configuration alone = Configuration.of(ConfigurationFile.NONE, given);
    if (!alone.problems().isEmpty()) {
      throw new InputException(String.join("; ", alone.problems()));
    }
    return Options.of(given);
  }

  private static Setting setting(String written, Names names) throws InputException {
    int end = written.indexOf('=');
    if (end < 0) {
      throw new InputException("--set " + written + ": expected KEY=VALUE");
    }
    String name = written.substring(0, end).strip();
    Key key = Key.of(name);
    if (key == null) {
      throw new InputException("--set " + written + ": unknown key " + name + Key.hint(name));
    }
    String value = written.substring(end + 1).strip();
    return new Setting(key, value, "--set " + name, names.resolve(Path.of("")));
  }

  Project.Request request() {
    return new Project.Request(paths, tests, classPath, release, charset, offline);
  }
}
