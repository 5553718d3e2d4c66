package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Op.Dispatch;
import dev.holdfast.analysis.ir.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one op from its line. */
final class OpReader {
  private static final String OPS =
      "new, call, get, put, array, load, store, move, cast, const, concat, closure, monitor,"
          + " caught, return, throw or opaque";

  private final Imports imports;
  private final RegisterTable registers;
  private final Map<String, Integer> namedSites;

  /**
   * @param namedSites first line of each named site of the file, filled as they are met
   */
  OpReader(Imports imports, RegisterTable registers, Map<String, Integer> namedSites) {
    this.imports = imports;
    this.registers = registers;
    this.namedSites = namedSites;
  }

  Op read(Line line) {
    int target = Op.NONE;
    if (definesRegister(line)) {
      target = registers.declare(line, imports);
      line.expect("=");
    }
    Op op = read(line, target);
    line.expectEnd();
    return op;
  }

  private static boolean definesRegister(Line line) {
    int after = line.peek(1).equals("~") ? 3 : 1;
    return RegisterTable.isNext(line)
        && (line.peek(after).equals("=") || line.peek(after).equals(":"));
  }

  private Op read(Line line, int target) {
    String word = line.take();
    switch (word) {
      case "new" -> {
        MethodRef constructor = References.constructor(line, imports);
        return new Op.New(target, constructor, list(line, "with"), site(line));
      }
      case "call" -> {
        return call(line, target);
      }
      case "get" -> {
        FieldRef field = References.field(line, imports);
        return new Op.GetField(target, optional(line, "of"), field, site(line));
      }
      case "put" -> {
        FieldRef field = References.field(line, imports);
        int object = optional(line, "of");
        return new Op.PutField(object, field, source(line), site(line));
      }
      case "array" -> {
        return new Op.NewArray(target, TypeGrammar.erased(line, imports), site(line));
      }
      case "load" -> {
        return new Op.ArrayLoad(target, registers.use(line), site(line));
      }
      case "store" -> {
        return new Op.ArrayStore(registers.use(line), source(line), site(line));
      }
      case "move" -> {
        return new Op.Move(target, registers.use(line), site(line));
      }
      case "cast" -> {
        String type = TypeGrammar.erased(line, imports);
        return new Op.Cast(target, type, registers.use(line), site(line));
      }
      case "const" -> {
        return new Op.Const(target, Literal.read(line, imports), site(line));
      }
      case "concat" -> {
        return new Op.Concat(target, list(line), site(line));
      }
      case "closure" -> {
        return closure(line, target);
      }
      case "monitor" -> {
        boolean enter = line.takes("enter");
        if (!enter) {
          line.expect("exit");
        }
        return new Op.Monitor(enter, registers.use(line), site(line));
      }
      case "caught" -> {
        return new Op.Caught(target, TypeGrammar.erased(line, imports), site(line));
      }
      case "return" -> {
        int source = RegisterTable.isNext(line) ? registers.use(line) : Op.NONE;
        return new Op.Return(source, site(line));
      }
      case "throw" -> {
        return new Op.Throw(registers.use(line), site(line));
      }
      case "opaque" -> {
        return new Op.Opaque(target, list(line), site(line));
      }
      default -> throw line.error("expected " + OPS + ", found '" + word + "'");
    }
  }

  private Op call(Line line, int target) {
    Dispatch dispatch = dispatch(line);
    MethodRef method = References.method(line, imports);
    int receiver = optional(line, "on");
    List<Integer> arguments = list(line, "with");
    if (dispatch != Dispatch.STATIC && receiver == Op.NONE) {
      throw line.expected("'on' and a receiver");
    }
    if (arguments.size() != method.parameters().size()) {
      throw line.error(
          "expected " + method.parameters().size() + " arguments, found " + arguments.size());
    }
    return new Op.Call(target, method, dispatch, receiver, arguments, site(line));
  }

  private Op closure(Line line, int target) {
    boolean reference = line.takes("ref");
    if (!reference && !line.takes("lambda")) {
      throw line.expected("'ref' or 'lambda'");
    }
    Dispatch dispatch = dispatch(line);
    MethodRef body = References.method(line, imports);
    List<Integer> captures = list(line, "captures");
    line.expect("as");
    String functional = TypeGrammar.erased(line, imports);
    return new Op.Closure(target, body, reference, dispatch, captures, functional, site(line));
  }

  private static Dispatch dispatch(Line line) {
    for (Dispatch dispatch : Dispatch.values()) {
      if (line.takes(dispatch.name().toLowerCase(Locale.ROOT))) {
        return dispatch;
      }
    }
    throw line.expected("static, virtual, interface or special");
  }

  private int source(Line line) {
    line.expect("=");
    return registers.use(line);
  }

  private int optional(Line line, String word) {
    return line.takes(word) ? registers.use(line) : Op.NONE;
  }

  private List<Integer> list(Line line, String word) {
    return line.takes(word) ? list(line) : List.of();
  }

  private List<Integer> list(Line line) {
    List<Integer> list = new ArrayList<>();
    if (RegisterTable.isNext(line)) {
      do {
        list.add(registers.use(line));
      } while (line.takes(","));
    }
    return list;
  }

  private Site site(Line line) {
    int number = -1;
    Place place = Place.line(line.source(), line.number());
    if (line.takes("@")) {
      if (!line.atEnd() && Character.isDigit(line.peek(0).charAt(0))) {
        number = Integer.parseInt(line.take());
      }
      if (line.takes("#")) {
        place = Place.named(line.source(), line.name("the name of a site"));
      }
    }
    if (number < 0) {
      number = place.named() ? namedSites.getOrDefault(place.name(), line.number()) : line.number();
    }
    if (place.named()) {
      namedSites.putIfAbsent(place.name(), number);
    }
    return new Site(place, number, role(line));
  }

  private static Site.Role role(Line line) {
    if (line.takes("iteration")) {
      return Site.Role.ITERATION;
    } else if (line.takes("implicit")) {
      return line.takes("close") ? Site.Role.IMPLICIT_CLOSE : Site.Role.IMPLICIT;
    }
    return Site.Role.EXPRESSION;
  }
}
