package dev.holdfast.analysis.retention;

import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.ShortNames;
import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.catalog.Contract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The retention mechanism: growth and removal on collections that outlive requests. Each field is
 * judged once; the finding stands where it first grows.
 */
public final class Retention {
  private final KeptFields fields;
  private final Judge judge;
  private final ThreadLocals threads;

  public Retention(Calls calls) {
    Lifetimes lifetimes = new Lifetimes(calls.contracts());
    this.fields = new KeptFields(calls, lifetimes);
    this.judge = new Judge(calls, lifetimes, fields);
    ThreadPlaces places = new ThreadPlaces(calls.contracts());
    this.threads = new ThreadLocals(judge, lifetimes, fields, places);
  }

  /** Whether a field may keep more and more for the whole process, by its header alone. */
  public boolean mayKeep(FieldRef field) {
    return fields.mayKeep(field);
  }

  /** Whether a call of a method with this contract puts something into its receiver. */
  public static boolean grows(Contract contract, MethodRef method) {
    return Handling.grows(contract, method);
  }

  /** Whether a call of a method with this contract puts something into a place of its thread. */
  public static boolean givesToThread(Contract contract) {
    return ThreadPlaces.concerns(contract);
  }

  /** Findings of this mechanism in a body, in the order of the fields it reads. */
  public List<Finding> findings(Scope scope) {
    Set<FieldRef> read = new LinkedHashSet<>();
    for (Op op : scope.values().ops()) {
      if (op instanceof Op.GetField get && fields.mayKeep(get.field())) {
        read.add(get.field());
      }
    }
    List<Finding> findings = new ArrayList<>(threads.findings(scope));
    for (FieldRef field : read) {
      Verdict verdict = judge.of(field);
      if (verdict != null && verdict.growth().method().equals(scope.body().method())) {
        findings.add(finding(scope, field, verdict));
      }
    }
    return findings;
  }

  private Finding finding(Scope scope, FieldRef field, Verdict verdict) {
    Site site = verdict.growth().site();
    String kept = ShortNames.type(field.owner()) + "." + field.name();
    String never =
        verdict.uncalled() == null
            ? "nothing ever takes an entry out"
            : verdict.uncalled() + "() would take entries out, but nothing in view calls it";
    String what =
        switch (verdict.rule()) {
          case CLOSEABLES_IN_STATIC_MAP ->
              "what is put into " + kept + " here must be closed, and " + never + " or closes it";
          case DYNAMIC_MAP_KEY ->
              "the key put into "
                  + kept
                  + " here is put together from what comes in, so every new one stays: "
                  + never;
          default ->
              kept + " lives as long as the process and grows here with what comes in: " + never;
        };
    String remedy =
        switch (verdict.rule()) {
          case CLOSEABLES_IN_STATIC_MAP ->
              "close what is replaced or removed, for example in the removal listener of a bounded"
                  + " cache";
          case DYNAMIC_MAP_KEY ->
              "key it by a record of the parts in a bounded cache, or remove the key when its"
                  + " request ends";
          default ->
              "use a cache with a maximum size or age, or remove the entry when its request ends";
        };
    return new Finding(
        verdict.rule(),
        verdict.rule().level(),
        verdict.definite(),
        scope.body().method(),
        site,
        what,
        remedy,
        List.of(new Finding.Step(site, "grows here, and is never made smaller")));
  }
}
