package dev.holdfast.exam;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Compares the bookings of the day with the settlement database of the clearing house. */
public class NightlyReconciliationJob {

  private static final String SETTLEMENT_DB = "jdbc:postgresql://settlement.internal:5432/clearing";

  private final String user;
  private final String password;

  public NightlyReconciliationJob(String user, String password) {
    this.user = user;
    this.password = password;
  }

  public boolean reconcile(LocalDate day, long bookedCents) throws SQLException {
    return settledCents(day) == bookedCents;
  }

  private long settledCents(LocalDate day) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection( // expect: MissingQueryTimeout
                SETTLEMENT_DB, user, password);
        PreparedStatement statement =
            connection.prepareStatement("SELECT SUM(cents) FROM settlement WHERE settled_on = ?")) {
      statement.setQueryTimeout(60);
      statement.setObject(1, day);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0L;
      }
    }
  }
}
