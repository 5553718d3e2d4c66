package dev.holdfast.exam;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/** Produces the plain-text part of reminders. */
public class DunningLetterRenderer {

  /** Keeps the indentation of nested sections. */
  private static final class Indent implements Closeable {

    private final StringBuilder prefix = new StringBuilder();

    Indent deeper() {
      prefix.append("  ");
      return this;
    }

    @Override
    public void close() {}
  }

  public String render(String debtor, List<Long> openCents) {
    StringBuilder text = new StringBuilder(256);
    Formatter formatter = new Formatter(text, Locale.ROOT);
    formatter.format("Dear %s,%n", debtor).format("%d invoices are open:%n", openCents.size());
    Indent indent = new Indent().deeper();
    for (Long cents : openCents) {
      formatter.format("%s%,.2f EUR%n", indent.prefix, cents / 100.0);
    }
    return text.toString();
  }

  public byte[] stackTrace(Throwable failure) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    failure.printStackTrace(out);
    return bytes.toByteArray();
  }

  public String quoted(String letter) {
    StringWriter target = new StringWriter();
    PrintWriter writer = new PrintWriter(target);
    Scanner lines = new Scanner(new StringReader(letter));
    while (lines.hasNextLine()) {
      writer.append("> ").append(lines.nextLine()).println();
    }
    writer.flush();
    return target.toString();
  }
}
