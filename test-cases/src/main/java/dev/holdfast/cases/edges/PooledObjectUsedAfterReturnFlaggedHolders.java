package dev.holdfast.cases.edges;

import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.pool2.ObjectPool;

/** Used once more through something that was made to hold it. */
final class PooledObjectUsedAfterReturnFlaggedHolders {
  private final ObjectPool<StringBuilder> pool;

  PooledObjectUsedAfterReturnFlaggedHolders(ObjectPool<StringBuilder> pool) {
    this.pool = pool;
  }

  String fieldOfAnOwnObject(List<String> rows) throws Exception {
    StringBuilder text = pool.borrowObject();
    Sheet sheet = new Sheet(text);
    try {
      rows.forEach(sheet::add);
    } finally {
      pool.returnObject(text);
    }
    return sheet.rows + ":" + sheet.text; // expect: PooledObjectUsedAfterReturn
  }

  int componentOfARecord(String row) throws Exception {
    StringBuilder text = pool.borrowObject();
    Cell cell = new Cell(1, text);
    cell.text().append(row);
    pool.returnObject(text);
    return cell.text().length(); // expect: PooledObjectUsedAfterReturn
  }

  char elementOfAnArray() throws Exception {
    StringBuilder text = pool.borrowObject();
    StringBuilder[] cells = {text};
    pool.returnObject(text);
    return cells[0].charAt(0); // expect: PooledObjectUsedAfterReturn
  }

  int elementOfAList() throws Exception {
    StringBuilder text = pool.borrowObject();
    List<StringBuilder> cells = List.of(text);
    pool.returnObject(text);
    return cells.get(0).length(); // expect: PooledObjectUsedAfterReturn
  }

  String lambda() throws Exception {
    StringBuilder text = pool.borrowObject();
    Supplier<String> print = () -> text.toString();
    pool.returnObject(text);
    return print.get(); // expect: PooledObjectUsedAfterReturn
  }

  record Cell(int column, StringBuilder text) {}

  static final class Sheet {
    private final StringBuilder text;
    private int rows;

    Sheet(StringBuilder text) {
      this.text = text;
    }

    void add(String row) {
      rows++;
      text.append(row);
    }
  }
}
