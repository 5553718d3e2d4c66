package dev.holdfast.exam;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

public class SupplierRatingDao {

  public record Rating(long supplierId, int stars) {}

  private final DataSource dataSource;

  public SupplierRatingDao(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public List<Rating> ratings(long supplierId) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      PreparedStatement statement =
          prepare(connection, "SELECT stars FROM rating WHERE supplier_id = ?");
      statement.setLong(1, supplierId);
      ResultSet rows = statement.executeQuery();
      List<Rating> ratings = new ArrayList<>();
      while (rows.next()) {
        ratings.add(new Rating(supplierId, rows.getInt("stars")));
      }
      return ratings;
    }
  }

  public void rate(Rating rating) throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      PreparedStatement statement =
          prepare(connection, "INSERT INTO rating (supplier_id, stars) VALUES (?, ?)");
      statement.setLong(1, rating.supplierId());
      statement.setInt(2, rating.stars());
      statement.executeUpdate();
    } finally {
      connection.close();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(5);
    return statement;
  }
}
