package dev.holdfast.analysis.bytecode;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.world.MethodView;
import dev.holdfast.catalog.Note;
import java.util.ArrayList;
import java.util.List;

/** A method as its class file spells it; turned into a view only when someone asks for it. */
final class DeclaredMethod {
  final String name;
  final List<Note> notes = new ArrayList<>(0);
  private final String owner;
  private final int access;
  private final String descriptor;
  private final String signature;
  private final String[] exceptions;
  private MethodView view;

  DeclaredMethod(
      String owner,
      int access,
      String name,
      String descriptor,
      String signature,
      String[] exceptions) {
    this.owner = owner;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.signature = signature;
    this.exceptions = exceptions;
  }

  /**
   * The view.
   *
   * @throws RuntimeException where the descriptor is none
   */
  MethodView view() {
    if (view == null) {
      MethodRef method = new MethodRef(owner, name, descriptor);
      method.parameters();
      method.result();
      List<String> declared = new ArrayList<>(0);
      if (exceptions != null) {
        for (String exception : exceptions) {
          declared.add(exception.replace('/', '.'));
        }
      }
      String result = Signatures.result(signature, descriptor);
      view = new MethodView(method, access, declared, result, MemberReader.distinct(notes));
    }
    return view;
  }
}
