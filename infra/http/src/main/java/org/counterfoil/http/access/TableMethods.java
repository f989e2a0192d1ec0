package org.counterfoil.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.http.problem.AllowedMethods;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which methods a path answers to, by the table, which knows every route however it is mapped. */
public final class TableMethods implements AllowedMethods {

  private record Row(PathPattern pattern, HttpMethod method) {}

  private final List<Row> rows;

  public TableMethods(AccessTable table) {
    this.rows =
        table.routes().stream()
            .map(route -> new Row(parse(route.pattern()), route.method()))
            .toList();
  }

  @Override
  public Set<String> at(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    Set<String> methods = new TreeSet<>();
    for (Row row : rows) {
      if (row.pattern().matches(path)) {
        methods.add(row.method().name());
      }
    }
    return methods;
  }

  private static PathPattern parse(String pattern) {
    return PathPatternParser.defaultInstance.parse(pattern);
  }
}
