package dev.holdfast.exam;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

public class LedgerReportDao {

  private static final String BALANCE =
      "SELECT COALESCE(SUM(amount), 0) FROM ledger_entry WHERE account = ? AND booked_on <= ?";
  private static final int QUERY_SECONDS = 15;

  private final DataSource dataSource;

  public LedgerReportDao(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public BigDecimal balance(String account, LocalDate day) throws SQLException {
    Connection connection = dataSource.getConnection(); // possible: UnclosedResource
    BigDecimal balance;
    try (PreparedStatement statement = connection.prepareStatement(BALANCE)) {
      statement.setQueryTimeout(QUERY_SECONDS);
      statement.setString(1, account);
      statement.setDate(2, Date.valueOf(day));
      try (ResultSet rows = statement.executeQuery()) {
        balance = rows.next() ? rows.getBigDecimal(1) : BigDecimal.ZERO;
      }
    }
    connection.close();
    return balance;
  }

  public boolean isSettled(String account, LocalDate day) throws SQLException {
    return balance(account, day).signum() == 0;
  }
}
