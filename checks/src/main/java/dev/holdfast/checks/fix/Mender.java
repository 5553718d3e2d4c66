package dev.holdfast.checks.fix;

import com.sun.source.util.TreePath;
import dev.holdfast.analysis.Finding;

/** One kind of fix. */
interface Mender {
  /** The fix for a finding at an expression, or null where it is not sure to be right. */
  Fix mend(Finding finding, TreePath path, Code code, Api api);
}
