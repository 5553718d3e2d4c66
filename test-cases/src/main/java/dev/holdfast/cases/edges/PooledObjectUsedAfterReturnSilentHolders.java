package dev.holdfast.cases.edges;

import java.util.List;
import org.apache.commons.pool2.ObjectPool;

/** Something else comes out of what once held it. */
final class PooledObjectUsedAfterReturnSilentHolders {
  private final ObjectPool<StringBuilder> pool;

  PooledObjectUsedAfterReturnSilentHolders(ObjectPool<StringBuilder> pool) {
    this.pool = pool;
  }

  int otherField(List<String> rows) throws Exception {
    StringBuilder text = pool.borrowObject();
    Sheet sheet = new Sheet(text, "rows");
    try {
      rows.forEach(sheet::add);
    } finally {
      pool.returnObject(text);
    }
    return sheet.rows + sheet.title.length();
  }

  int replacedInTheField(String row) throws Exception {
    StringBuilder text = pool.borrowObject();
    Sheet sheet = new Sheet(text, "rows");
    sheet.add(row);
    pool.returnObject(text);
    sheet.renew();
    return sheet.text.length();
  }

  int otherComponent(String row) throws Exception {
    StringBuilder text = pool.borrowObject();
    Cell cell = new Cell(row, text);
    cell.text().append(row);
    pool.returnObject(text);
    return cell.name().length();
  }

  int replacedInTheArray() throws Exception {
    StringBuilder text = pool.borrowObject();
    StringBuilder[] cells = {text};
    pool.returnObject(text);
    cells[0] = new StringBuilder();
    return cells[0].length();
  }

  int lengthOfTheList() throws Exception {
    StringBuilder text = pool.borrowObject();
    List<StringBuilder> cells = List.of(text);
    pool.returnObject(text);
    return cells.size();
  }

  record Cell(String name, StringBuilder text) {}

  static final class Sheet {
    private final String title;
    private StringBuilder text;
    private int rows;

    Sheet(StringBuilder text, String title) {
      this.text = text;
      this.title = title;
    }

    void add(String row) {
      rows++;
      text.append(row);
    }

    void renew() {
      text = new StringBuilder();
    }
  }
}
