package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Edge;
import dev.holdfast.analysis.ir.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Prints bodies as {@link IrParser} reads them, with nothing left out but implied types. */
public final class IrPrinter {
  private final StringBuilder out = new StringBuilder();
  private final SiteNames sites;

  private IrPrinter(List<Body> bodies) {
    sites = new SiteNames(bodies);
  }

  public static String print(Body body) {
    return print(List.of(body));
  }

  /** Prints bodies that belong together: sites they share have one name. */
  public static String print(List<Body> bodies) {
    IrPrinter printer = new IrPrinter(bodies);
    for (Body body : bodies) {
      printer.out.append(printer.out.isEmpty() ? "" : "\n");
      printer.body(body);
    }
    return printer.out.toString();
  }

  private void body(Body body) {
    RegisterNames names = new RegisterNames(body);
    OpPrinter ops = new OpPrinter(names);
    header(body, names);
    int declared = TypesToState.declaredFirst(body);
    for (int i = body.parameters(); i < declared; i++) {
      line("local " + names.of(i) + stated(body, i));
    }
    boolean[] defined = new boolean[body.registers().size()];
    for (int i = 0; i < declared; i++) {
      defined[i] = true;
    }
    TypesToState types = new TypesToState(body);
    for (int i = 0; i < body.blocks().size(); i++) {
      Block block = body.blocks().get(i);
      out.append('b').append(i).append(":\n");
      for (Op op : block.ops()) {
        String text = ops.print(op) + sites.print(op);
        int target = op.target();
        if (target == Op.NONE) {
          line(text);
          continue;
        }
        boolean implied = defined[target] || types.implied(op);
        types.define(target);
        defined[target] = true;
        line(names.of(target) + (implied ? "" : stated(body, target)) + " = " + text);
      }
      for (Edge edge : block.edges()) {
        line(ops.print(edge));
      }
      if (TypesToState.fallsThrough(block)) {
        line("halt");
      }
    }
  }

  private void header(Body body, RegisterNames names) {
    out.append("method ").append(body.isStatic() ? "static " : "");
    List<String> types = body.method().parameters();
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      parameters.add(parameter(body, names, types.get(i), body.parameter(i)));
    }
    out.append(Spelling.qualified(body.method().owner()))
        .append('.')
        .append(Spelling.member(body.method().name()))
        .append(parameters.stream().collect(Collectors.joining(", ", "(", "): ")))
        .append(Spelling.qualified(body.method().result()));
    if (!body.exceptions().isEmpty()) {
      out.append(" throws ")
          .append(String.join(", ", body.exceptions().stream().map(Spelling::qualified).toList()));
    }
    out.append('\n');
    if (!body.isStatic()
        && body.parameters() > 0
        && !("this".equals(body.name(0)) && body.method().owner().equals(body.type(0)))) {
      line("receiver " + names.of(0) + stated(body, 0));
    }
    for (int i = body.parameter(types.size()); i < body.parameters(); i++) {
      line("entry " + names.of(i) + stated(body, i));
    }
  }

  private static String parameter(Body body, RegisterNames names, String erased, int register) {
    if (register >= body.parameters()) {
      return Spelling.qualified(erased) + " -";
    }
    String type = body.type(register);
    if (type != null
        && TypeGrammar.erasure(type).equals(erased)
        && Spelling.type(type).equals(type)) {
      return type + " " + names.of(register);
    }
    return Spelling.qualified(erased)
        + " "
        + names.of(register)
        + (Objects.equals(type, erased) ? "" : stated(body, register));
  }

  private static String stated(Body body, int register) {
    String type = body.type(register);
    return ": " + (type == null ? "?" : Spelling.type(type));
  }

  private void line(String text) {
    out.append("  ").append(text).append('\n');
  }
}
