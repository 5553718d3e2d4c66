package dev.holdfast.checks;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.MultiTaskListener;
import com.sun.tools.javac.comp.CompileStates;
import com.sun.tools.javac.processing.JavacProcessingEnvironment;
import com.sun.tools.javac.util.Context;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * Prints in the compiler's log what the witness has to say beside findings. Errors wait until all
 * sources are analysed: Error Prone stops at the first error it did not report itself, and a
 * misspelt option must not hide the findings of a whole module.
 */
final class NoticeBoard implements TaskListener {
  private static final Context.Key<NoticeBoard> KEY = new Context.Key<>();

  private final SourceWitness witness;
  private final Messager messager;
  private final CompileStates states;
  private int read;
  private final List<Notice> errors = new java.util.ArrayList<>();
  private boolean closed;

  private NoticeBoard(Context context, SourceWitness witness) {
    this.witness = witness;
    this.messager = JavacProcessingEnvironment.instance(context).getMessager();
    this.states = CompileStates.instance(context);
    context.put(KEY, this);
    MultiTaskListener.instance(context).add(this);
  }

  static NoticeBoard of(Context context, SourceWitness witness) {
    NoticeBoard board = context.get(KEY);
    return board != null ? board : new NoticeBoard(context, witness);
  }

  /** Prints what is new. */
  void update() {
    List<Notice> all = witness.notices();
    for (Notice notice : all.subList(read, all.size())) {
      if (notice.kind() == Diagnostic.Kind.ERROR) {
        errors.add(notice);
      } else {
        print(notice);
      }
    }
    read = all.size();
    if (!states.containsValue(CompileStates.CompileState.ATTR)) {
      printErrors();
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      update();
    } else if (event.getKind() == TaskEvent.Kind.COMPILATION && !closed) {
      closed = true;
      update();
      printErrors();
      if (witness.options().stats()) {
        print(new Notice(Diagnostic.Kind.NOTE, witness.statistics().toString()));
      }
    }
  }

  private void printErrors() {
    errors.forEach(this::print);
    errors.clear();
  }

  private void print(Notice notice) {
    messager.printMessage(notice.kind(), notice.text());
  }
}
