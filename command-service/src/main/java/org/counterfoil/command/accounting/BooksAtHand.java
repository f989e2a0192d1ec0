package org.counterfoil.command.accounting;

import java.util.function.Function;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.springframework.beans.factory.ObjectProvider;

/** The books, where this process keeps them or knows who does. */
final class BooksAtHand {

  private final ObjectProvider<BooksOverview> overview;

  BooksAtHand(ObjectProvider<BooksOverview> overview) {
    this.overview = overview;
  }

  /** Asks them; where there are none, or they do not answer, the request ends as a problem. */
  <T> T ask(Function<BooksOverview, T> question) {
    BooksOverview books = overview.getIfAvailable();
    if (books == null) {
      throw elsewhere(
          "Expected the books in this process or at counterfoil.books.url, but they are at neither");
    }
    try {
      return question.apply(books);
    } catch (BooksUnreachable unreachable) {
      throw elsewhere(
          "Expected the process that keeps the books to answer in time, but it did not");
    }
  }

  private static ProblemException elsewhere(String detail) {
    return Problem.of(ProblemCode.BOOKS_ELSEWHERE, detail).exception();
  }
}
