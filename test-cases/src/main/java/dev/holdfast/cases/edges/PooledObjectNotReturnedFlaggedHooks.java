package dev.holdfast.cases.edges;

import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.Protocol;

/** Handed to methods of one's own that use it, whatever they run in the end. */
class PooledObjectNotReturnedFlaggedHooks {
  private final ConnectionPool pool;

  PooledObjectNotReturnedFlaggedHooks(ConnectionPool pool) {
    this.pool = pool;
  }

  String ask() {
    Connection connection = pool.getResource(); // expect: PooledObjectNotReturned
    return execute(connection);
  }

  /** A subclass may say otherwise, but none is known to. */
  protected String execute(Connection connection) {
    connection.sendCommand(Protocol.Command.PING);
    return connection.getStatusCodeReply();
  }

  /** All of them use it, none gives it back. */
  private enum Question {
    PING {
      @Override
      String ask(Connection connection) {
        connection.sendCommand(Protocol.Command.PING);
        return connection.getStatusCodeReply();
      }
    },
    TIME {
      @Override
      String ask(Connection connection) {
        return connection.toString();
      }
    };

    abstract String ask(Connection connection);
  }

  String question(boolean time) {
    Question question = time ? Question.TIME : Question.PING;
    Connection connection = pool.getResource(); // expect: PooledObjectNotReturned
    return question.ask(connection);
  }
}
