package dev.holdfast.analysis.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A project's {@code holdfast.properties}: one place for what build, gate and IDE should know.
 *
 * @param settings what is set, in the order of the lines
 * @param problems what is wrong in it, each with its line; the rest counts
 */
public record ConfigurationFile(List<Setting> settings, List<String> problems) {
  public static final String NAME = "holdfast.properties";
  public static final ConfigurationFile NONE = new ConfigurationFile(List.of(), List.of());

  /** What marks the top of a repository: a file further up is somebody else's. */
  private static final String REPOSITORY = ".git";

  private static final String NO_TEXT = "is no text in UTF-8";

  public ConfigurationFile {
    settings = List.copyOf(settings);
    problems = List.copyOf(problems);
  }

  /** The nearest one in or above the folder of what is looked at, up to the repository's top. */
  public static ConfigurationFile above(Path lookedAt) {
    Path start = lookedAt.toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(NAME);
      if (Files.exists(file)) {
        return read(file);
      }
      if (Files.exists(folder.resolve(REPOSITORY))) {
        break;
      }
    }
    return NONE;
  }

  /** The same for a source file or class file by its address; a jar's is that of the jar. */
  public static ConfigurationFile above(URI lookedAt) {
    String address = lookedAt.toString();
    if (address.startsWith("jar:") && address.contains("!")) {
      address = address.substring("jar:".length(), address.lastIndexOf('!'));
    }
    try {
      return address.startsWith("file:") ? above(Path.of(URI.create(address))) : NONE;
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return NONE; // not a place that a file could lie above
    }
  }

  static ConfigurationFile read(Path file) {
    if (Files.isDirectory(file)) {
      return broken(file + ": is a folder, not a file");
    }
    try {
      return new Reader(file).read(Files.readAllBytes(file));
    } catch (AccessDeniedException e) {
      return broken(file + ": may not be read");
    } catch (IOException e) {
      return broken(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static ConfigurationFile broken(String problem) {
    return new ConfigurationFile(List.of(), List.of(problem));
  }

  /** Reads line by line what the format's own reader would take whole and without a place. */
  private static final class Reader {
    private final Path file;
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<Key, Integer> known = new HashMap<>();

    Reader(Path file) {
      this.file = file;
    }

    ConfigurationFile read(byte[] bytes) {
      StringBuilder entry = new StringBuilder();
      int first = 0;
      int line = 0;
      for (int from = 0, to; from < bytes.length; from = to + 1) {
        line++;
        to = from;
        while (to < bytes.length && bytes[to] != '\n') {
          to++;
        }
        String text = decoded(Arrays.copyOfRange(bytes, from, to), line);
        if (text == null) {
          return broken(file + ": " + NO_TEXT);
        }
        boolean begins = entry.length() == 0;
        if (begins && (text.isEmpty() || text.charAt(0) == '#' || text.charAt(0) == '!')) {
          continue;
        }
        first = begins ? line : first;
        boolean goesOn = goesOn(text);
        entry.append(goesOn ? text.substring(0, text.length() - 1) : text);
        if (!goesOn) {
          entry(entry.toString(), first);
          entry.setLength(0);
        }
      }
      if (entry.length() > 0) {
        entry(entry.toString(), first);
      }
      return new ConfigurationFile(settings, problems);
    }

    /** A line without what surrounds it, "" for one that is no text; null if none of it is. */
    private String decoded(byte[] bytes, int line) {
      for (byte one : bytes) {
        if (one == 0) {
          return null; // two bytes a character, or no text at all
        }
      }
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        boolean marked = line == 1 && text.startsWith("\uFEFF");
        return (marked ? text.substring(1) : text).strip();
      } catch (CharacterCodingException e) {
        problems.add(file + ":" + line + ": " + NO_TEXT);
        return "";
      }
    }

    private static boolean goesOn(String text) {
      int slashes = 0;
      while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
        slashes++;
      }
      return slashes % 2 == 1;
    }

    private void entry(String text, int line) {
      Properties parsed = new Properties();
      try {
        parsed.load(new StringReader(text));
      } catch (IllegalArgumentException | IOException e) {
        problems.add(file + ":" + line + ": " + e.getMessage());
        return;
      }
      for (String written : parsed.stringPropertyNames()) {
        Key key = Key.of(written);
        if (key == null) {
          problems.add(file + ":" + line + ": unknown key " + written + Key.hint(written));
          continue;
        }
        Integer before = known.put(key, line);
        if (before != null) {
          problems.add(
              file
                  + (":" + line + ": " + written + " is set in line " + before)
                  + " already; what stands here counts");
        }
        String place = file + ":" + line + ": " + written;
        settings.add(
            new Setting(key, parsed.getProperty(written).strip(), place, file.getParent()));
      }
    }
  }
}
