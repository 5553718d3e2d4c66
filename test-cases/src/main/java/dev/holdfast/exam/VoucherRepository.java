package dev.holdfast.exam;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Properties;

public class VoucherRepository implements AutoCloseable {

  private static final String FIND =
      "SELECT cents FROM voucher WHERE code = ? AND redeemed_at IS NULL";
  private static final String REDEEM = "UPDATE voucher SET redeemed_at = now() WHERE code = ?";

  private final HikariDataSource dataSource;

  public VoucherRepository(Properties settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.getProperty("voucher.url"));
    config.setUsername(settings.getProperty("voucher.user"));
    config.setPassword(settings.getProperty("voucher.password"));
    config.setMaximumPoolSize(12);
    dataSource = new HikariDataSource(config);
  }

  public OptionalLong redeem(String code) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      OptionalLong value = value(connection, code);
      if (value.isEmpty()) {
        return value;
      }
      try (PreparedStatement update = connection.prepareStatement(REDEEM)) {
        update.setQueryTimeout(4);
        update.setString(1, code);
        return update.executeUpdate() == 1 ? value : OptionalLong.empty();
      }
    }
  }

  private static OptionalLong value(Connection connection, String code) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setQueryTimeout(4);
      find.setString(1, code);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
