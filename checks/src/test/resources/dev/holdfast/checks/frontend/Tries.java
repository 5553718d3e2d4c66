import java.io.*;
import java.util.*;
import java.util.concurrent.locks.Lock;

class Tries {
  void thrownOnAsItsType(Reader in) throws IOException {
    try {
      in.read();
    } catch (Throwable t) {
      if (t instanceof Error) {
        throw (Error) t;
      }
      throw new IOException(t);
    }
  }

  private Reader held;
  private boolean open;

  int resource(String name) throws IOException {
    try (InputStream in = new FileInputStream(name)) {
      return in.read();
    }
  }

  int resourceThatMayBeNull(String name) throws IOException {
    try (Reader in = reader(name)) {
      if (in == null) {
        return -1;
      }
      return in.read();
    }
  }

  void resourceOfVariable(Reader in) throws IOException {
    try (in) {
      in.read();
    }
  }

  void twoResources(String from, String to) throws IOException {
    try (InputStream in = new FileInputStream(from);
        OutputStream out = new FileOutputStream(to)) {
      in.transferTo(out);
    } catch (FileNotFoundException missing) {
      report(missing);
    } finally {
      open = false;
    }
  }

  <T extends Reader & Runnable> void resourceOfTypeVariable(T in) throws IOException {
    try (T it = in) {
      it.run();
    }
  }

  void emptyResource(String name) throws IOException {
    try (Reader in = reader(name)) {}
  }

  int loopInResource(List<String> names) throws IOException {
    int sum = 0;
    for (String name : names) {
      try (Reader in = new FileReader(name)) {
        if (name.isEmpty()) continue;
        if (name.length() > 3) break;
        sum += in.read();
      }
    }
    return sum;
  }

  int finallyAfterReturn(Reader in) throws IOException {
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  int finallyThatReturns(Reader in) throws IOException {
    try {
      return in.read();
    } finally {
      return 1;
    }
  }

  void nestedFinally(Reader one, Reader other) throws IOException {
    try {
      try {
        one.read();
      } finally {
        one.close();
      }
    } finally {
      other.close();
    }
  }

  String catches(String name) {
    try {
      return reader(name).toString();
    } catch (FileNotFoundException e) {
      return e.getMessage();
    } catch (IOException | IllegalStateException e) {
      report(e);
      return null;
    } catch (RuntimeException e) {
      throw e;
    }
  }

  void rethrows(Reader in) throws IOException {
    try {
      in.read();
    } catch (Throwable t) {
      in.close();
      throw t;
    }
  }

  void wraps(Reader in) {
    try {
      in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held = in;
    }
  }

  boolean flag(Reader in) throws IOException {
    boolean ok = false;
    try {
      in.read();
      ok = true;
    } finally {
      if (!ok) {
        in.close();
      }
    }
    return ok;
  }

  void jumps(List<Reader> readers) throws IOException {
    outer:
    for (Reader one : readers) {
      for (int i = 0; i < 3; i++) {
        try {
          if (one.read() < 0) {
            continue outer;
          }
          if (one.ready()) {
            break outer;
          }
        } finally {
          report(one);
        }
      }
    }
  }

  int locked(Lock lock, Reader in) throws IOException {
    lock.lock();
    try {
      return in.read();
    } finally {
      lock.unlock();
    }
  }

  int synchronizedBlock(Reader in) throws IOException {
    synchronized (this) {
      if (open) {
        return in.read();
      }
      open = true;
    }
    return 0;
  }

  void throwsAnything(java.util.concurrent.Callable<String> task) throws Exception {
    try {
      task.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw e;
    } catch (RuntimeException e) {
      report(e);
    }
  }

  void tryInFinally(Reader in) {
    try {
      in.read();
    } catch (IOException e) {
      report(e);
    } finally {
      try {
        in.close();
      } catch (IOException ignored) {
        report(ignored);
      }
    }
  }

  void throwInTry(boolean bad) throws IOException {
    try {
      if (bad) {
        throw new EOFException("bad");
      }
      report(this);
    } catch (EOFException e) {
      report(e);
    }
  }

  static Reader reader(String name) throws IOException {
    return name.isEmpty() ? null : new FileReader(name);
  }

  static void report(Object what) {
    System.out.println(what);
  }
}
