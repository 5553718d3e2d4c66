package dev.holdfast.checks.fix;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.holdfast.analysis.Finding;
import dev.holdfast.analysis.world.Contracts;
import dev.holdfast.rulebook.Rule;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Which kinds of fix there are for which rule. What they call stands in the catalog. */
public final class Fixes {
  private static final Map<Rule, List<Mender>> MENDERS = menders();

  private final Trees trees;
  private final Api api;

  /**
   * @param timeout what a wait without a limit gets; null for ten seconds
   */
  public Fixes(Trees trees, Types types, Elements elements, Contracts contracts, Duration timeout) {
    this.trees = trees;
    this.api = new Api(types, elements, contracts, Amounts.timeout(timeout));
  }

  private static Map<Rule, List<Mender>> menders() {
    Mender tryWithResources = new TryWithResources();
    Mender builderCall = new BuilderCall();
    Mender callAdded = new CallAdded();
    Map<Rule, List<Mender>> menders = new EnumMap<>(Rule.class);
    menders.put(Rule.UNCLOSED_HTTP_CLIENT, List.of(tryWithResources));
    menders.put(Rule.UNCLOSED_HTTP_RESPONSE, List.of(tryWithResources));
    menders.put(Rule.UNCLOSED_RESOURCE, List.of(tryWithResources));
    menders.put(Rule.POOLED_OBJECT_NOT_RETURNED, List.of(tryWithResources, new GivenBack()));
    menders.put(Rule.POOLED_OBJECT_RETURNED_DIRTY, List.of(new Emptied()));
    menders.put(Rule.THREAD_LOCAL_NOT_REMOVED, List.of(new Removed()));
    menders.put(Rule.MISSING_HTTP_TIMEOUT, List.of(builderCall, callAdded));
    menders.put(Rule.MISSING_SOCKET_TIMEOUT, List.of(callAdded));
    menders.put(Rule.MISSING_QUERY_TIMEOUT, List.of(callAdded));
    menders.put(Rule.MISSING_SERVER_TIMEOUT, List.of(callAdded));
    menders.put(Rule.UNBOUNDED_POOL_WAIT, List.of(callAdded));
    menders.put(Rule.MISSING_RPC_DEADLINE, List.of(new DeadlineAdded()));
    menders.put(Rule.UNBOUNDED_CACHE, List.of(builderCall));
    menders.put(Rule.UNBOUNDED_WAIT, List.of(new OverloadWithTimeout(false)));
    menders.put(Rule.DROPPED_DEADLINE, List.of(new AssignedBack(), new OverloadWithTimeout(true)));
    return menders;
  }

  /**
   * A change that mends the finding, where one is sure to compile and to change nothing else.
   *
   * @param path to the offending expression
   */
  public Optional<Fix> of(Finding finding, TreePath path) {
    List<Mender> menders = finding.definite() ? MENDERS.get(finding.rule()) : null;
    if (menders == null) {
      return Optional.empty();
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    try {
      Code code = new Code(trees, unit);
      for (Mender mender : code.isWritten(path.getLeaf()) ? menders : List.<Mender>of()) {
        Fix fix = mender.mend(finding, path, code, api);
        if (fix != null) {
          return Optional.of(fix);
        }
      }
    } catch (IOException unreadable) {
      // the compiler has read it, so this is a file that went away since
      return Optional.empty();
    }
    return Optional.empty();
  }
}
