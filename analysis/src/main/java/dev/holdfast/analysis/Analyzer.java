package dev.holdfast.analysis;

import dev.holdfast.analysis.flow.Scope;
import dev.holdfast.analysis.input.Inputs;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.FieldRef;
import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.analysis.lifecycle.Inference;
import dev.holdfast.analysis.lifecycle.Lifecycle;
import dev.holdfast.analysis.limits.GivenLimit;
import dev.holdfast.analysis.limits.Limits;
import dev.holdfast.analysis.pooled.ReturnedDirty;
import dev.holdfast.analysis.racing.Racing;
import dev.holdfast.analysis.retention.Retention;
import dev.holdfast.analysis.scopes.Capturing;
import dev.holdfast.analysis.sharing.Sharing;
import dev.holdfast.analysis.structure.DroppedFields;
import dev.holdfast.analysis.structure.Recursion;
import dev.holdfast.analysis.structure.Serialization;
import dev.holdfast.analysis.summary.Calls;
import dev.holdfast.analysis.summary.Summaries;
import dev.holdfast.analysis.untyped.Payload;
import dev.holdfast.analysis.untyped.Untyped;
import dev.holdfast.analysis.waiting.IgnoredWait;
import dev.holdfast.analysis.waiting.ThreadWords;
import dev.holdfast.analysis.waiting.Waiting;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.analysis.world.World;
import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import dev.holdfast.rulebook.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** All mechanisms over one body. Holds the memo of summaries: one instance a compilation or run. */
public final class Analyzer implements OpeningEvents {
  private final Catalog catalog;
  private final Settings settings;
  private final Calls calls;
  private final Heard heard;
  private final Openings openings;
  private final Retention retention;
  private final ThreadWords threads;
  private final Racing racing;
  private final Capturing capturing;

  public Analyzer(World world, Catalog catalog, Settings settings) {
    Contracts contracts = new Contracts(world, catalog);
    this.catalog = catalog;
    this.settings = settings;
    this.calls = new Summaries(contracts, settings, Inference::new).calls();
    this.heard = new Heard(settings);
    this.openings = new Openings(calls, settings, heard);
    this.retention = new Retention(calls);
    this.threads = new ThreadWords(contracts);
    this.racing = new Racing(calls);
    this.capturing = new Capturing(calls);
  }

  /** What the catalog says about the members of the program. */
  public Contracts contracts() {
    return calls.contracts();
  }

  @Override
  public boolean mentions(String name) {
    return catalog.mentions(name);
  }

  @Override
  public Opening opening(MethodRef callee) {
    return openings.of(callee);
  }

  /** Whether a call of this method may be an opening event: the filter before {@link #opening}. */
  public boolean opens(MethodRef callee) {
    return opening(callee) != Opening.NEVER;
  }

  @Override
  public boolean isHandler(MethodRef declared) {
    return threads.isHandler(declared);
  }

  @Override
  public boolean judgesLifespans() {
    return heard.lifespans;
  }

  @Override
  public boolean isShortLived(String type) {
    return capturing.isShortLived(type);
  }

  @Override
  public boolean mayCapture(MethodRef declared) {
    return capturing.mayCapture(declared);
  }

  @Override
  public boolean mayCapture(FieldRef field) {
    return capturing.mayCapture(field);
  }

  @Override
  public boolean mayReturnPayload(MethodRef declared) {
    return heard.payload && Payload.mayBe(declared, calls);
  }

  @Override
  public boolean isGivenLimit(MethodRef declared, IntFunction<String> parameters) {
    return heard.waiting && GivenLimit.isGiven(declared, parameters, calls.contracts());
  }

  @Override
  public boolean mayCarryDuty(String type) {
    return calls.contracts().isDutyType(type) || calls.contracts().isWaiting(type);
  }

  @Override
  public boolean mayBeTree(String type) {
    return calls.contracts().ofType(type).says(Word.UNTYPED, Slot.TYPE);
  }

  @Override
  public boolean mayKeep(FieldRef field) {
    return heard.fields() && retention.mayKeep(field);
  }

  @Override
  public boolean mayRecurse(MethodRef declared, boolean catches) {
    return heard.recursion && (catches || Recursion.readsInput(declared, calls));
  }

  @Override
  public boolean isReusable(String type) {
    return heard.dirty && ReturnedDirty.isReusable(calls, type);
  }

  /** What is wrong in this body, in the order of its ops. Never throws for a well-formed body. */
  public List<Finding> analyze(Body body) {
    Scope scope = new Scope(body);
    List<Finding> findings = new ArrayList<>();
    if (heard.lifecycle()) {
      findings.addAll(new Lifecycle(scope, calls, settings.states()).findings());
    }
    if (heard.sharing) {
      findings = new Sharing(scope, calls, settings).with(findings);
    }
    if (heard.limits) {
      findings.addAll(new Limits(scope, calls).findings());
    }
    if (heard.dirty) {
      findings.addAll(new ReturnedDirty(scope, calls).findings());
    }
    if (heard.waiting) {
      findings.addAll(new IgnoredWait(scope, calls).before(new Waiting(scope, calls).findings()));
    }
    if (heard.untyped) {
      findings.addAll(new Untyped(scope, calls, settings.maxMapDepth()).findings());
    }
    if (heard.retention) {
      findings.addAll(retention.findings(scope));
    }
    if (heard.inputs) {
      findings.addAll(new Inputs(scope, calls).findings());
    }
    if (heard.recursion) {
      findings.addAll(new Recursion(scope, calls).findings());
    }
    if (heard.serialization) {
      findings.addAll(new Serialization(scope, calls).findings());
    }
    if (heard.droppedFields) {
      findings.addAll(new DroppedFields(scope, calls).findings());
    }
    if (heard.payload) {
      findings.addAll(new Payload(scope, calls).findings());
    }
    if (heard.races) {
      findings.addAll(racing.findings(scope));
    }
    if (heard.lifespans) {
      findings.addAll(capturing.findings(scope));
    }
    if (settings.timeout() != null) {
      findings.replaceAll(this::withTimeout);
    }
    return findings;
  }

  private Finding withTimeout(Finding finding) {
    return finding.rule().family() == Family.TIMEOUT
        ? finding.advised("this team lets nothing wait longer than " + spelt(settings.timeout()))
        : finding;
  }

  private static String spelt(Duration time) {
    return time.toMillisPart() > 0 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
