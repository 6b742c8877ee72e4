package shopbell.connector;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request to another system. Every expression sees the query or event and the responses of the steps before.
 *
 * @param name under which the steps after it and the map see its response
 * @param method GET, POST, PUT or PATCH
 * @param when sent only if true; a step that is left out has no response
 * @param path below the source's address
 * @param body sent as JSON, of all but a GET
 * @param next the link to the next page: a path with query, empty on the last page
 * @param mostPages read at most
 */
public record RequestStep(
    String name,
    String method,
    Optional<Expression> when,
    Expression path,
    Map<String, Expression> query,
    Map<String, Expression> headers,
    Optional<Expression> body,
    Optional<Expression> next,
    int mostPages) {
  public RequestStep {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  Stream<Expression> expressions() {
    return Stream.of(
            when.stream(),
            Stream.of(path),
            query.values().stream(),
            headers.values().stream(),
            body.stream(),
            next.stream())
        .flatMap(each -> each);
  }
}
