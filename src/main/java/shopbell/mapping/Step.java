package shopbell.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * One request of a source. Every expression sees what is asked for and the answers of the steps before.
 *
 * @param name under which the steps after it and the map see its answer
 * @param method GET or POST
 * @param when asked only if true; a step that is left out has no answer
 * @param path below the source's address
 * @param body sent as JSON, of a POST
 * @param next what leads to the next page: a path with query, empty on the last page
 * @param mostPages read at most
 */
public record Step(
    String name,
    String method,
    Optional<Expression> when,
    Expression path,
    Map<String, Expression> query,
    Map<String, Expression> headers,
    Optional<Expression> body,
    Optional<Expression> next,
    int mostPages) {
  public Step {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }
}
