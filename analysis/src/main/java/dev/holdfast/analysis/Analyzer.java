package dev.holdfast.analysis;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.input.Inputs;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.lifecycle.Inference;
import dev.holdfast.analysis.lifecycle.Lifecycle;
import dev.holdfast.analysis.limits.Limits;
import dev.holdfast.analysis.pooled.ReturnedDirty;
import dev.holdfast.analysis.retention.Retention;
import dev.holdfast.analysis.structure.Recursion;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Summaries;
import dev.holdfast.analysis.untyped.Untyped;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.analysis.waiting.Waiting;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.World;
import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.ArrayList;
import java.util.List;

/** All mechanisms over one body. Holds the memo of summaries: one instance a compilation or run. */
public final class Analyzer {
  private final Settings settings;
  private final Calls calls;
  private final Openings openings;
  private final Retention retention;

  public Analyzer(World world, Catalog catalog, Settings settings) {
    Contracts contracts = new Contracts(world, catalog);
    this.settings = settings;
    this.calls = new Summaries(contracts, settings, Inference::new).calls();
    this.openings = new Openings(calls, settings);
    this.retention = new Retention(calls);
  }

  /**
   * Whether a call of this method is an opening event: it acquires, borrows, waits, binds untyped,
   * digs an untyped map, or may pass on what a callee acquired. A body without one is not lowered.
   */
  public Opening opening(MethodRef callee) {
    return openings.of(callee);
  }

  /** Whether a call of this method may be an opening event: the filter before {@link #opening}. */
  public boolean opens(MethodRef callee) {
    return opening(callee) != Opening.NEVER;
  }

  /** Whether others wait for each run of this method: it handles requests. */
  public boolean isHandler(MethodRef declared) {
    return new ThreadWords(calls.contracts()).isHandler(declared);
  }

  /**
   * Whether values of this type may have to be released or given back, or wait for something, as
   * far as the stubs know.
   */
  public boolean mayCarryDuty(String type) {
    return calls.contracts().isDutyType(type) || calls.contracts().isWaiting(type);
  }

  /** Whether values of this type may be untyped trees, as far as the stubs know. */
  public boolean mayBeTree(String type) {
    return calls.contracts().ofType(type).says(Word.UNTYPED, Slot.TYPE);
  }

  /** Whether a field may keep more and more for the whole process, by its header alone. */
  public boolean mayKeep(FieldRef field) {
    return retention.mayKeep(field);
  }

  /**
   * Whether a method with these parameters reads from somebody: then its body is looked at where it
   * calls itself, even if it catches nothing.
   */
  public boolean readsInput(MethodRef declared) {
    return Recursion.readsInput(declared, calls);
  }

  /** Whether objects of this type are filled and emptied again, as far as the stubs know. */
  public boolean isReusable(String type) {
    return ReturnedDirty.isReusable(calls, type);
  }

  /** What is wrong in this body, in the order of its ops. Never throws for a well-formed body. */
  public List<Finding> analyze(Body body) {
    Scope scope = new Scope(body);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new Lifecycle(scope, calls, settings.states()).findings());
    findings.addAll(new Limits(scope, calls).findings());
    findings.addAll(new ReturnedDirty(scope, calls).findings());
    findings.addAll(new Waiting(scope, calls).findings());
    findings.addAll(new Untyped(scope, calls, settings.maxMapDepth()).findings());
    findings.addAll(retention.findings(scope));
    findings.addAll(new Inputs(scope, calls).findings());
    findings.addAll(new Recursion(scope, calls).findings());
    return findings;
  }
}
