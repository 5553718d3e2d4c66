package dev.holdfast.exam;

import java.util.StringJoiner;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Collects the rows of one export. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class CsvExportBuilder {

  private final StringJoiner rows = new StringJoiner("\n");
  private int count;

  public CsvExportBuilder row(String... cells) {
    rows.add(String.join(";", cells));
    count++;
    return this;
  }

  public int count() {
    return count;
  }

  public String build() {
    return rows.toString();
  }
}
