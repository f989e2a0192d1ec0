package org.counterfoil.query.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * French or English: what the reader chose by {@code ?lang=}, which a cookie remembers, else what
 * the browser prefers, else English.
 */
final class ScreenLanguage implements HandlerInterceptor {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);
  private static final String PARAMETER = "lang";

  private final CookieLocaleResolver resolver;

  ScreenLanguage() {
    resolver = new CookieLocaleResolver("counterfoil-language");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(ScreenLanguage::preferred);
  }

  LocaleResolver resolver() {
    return resolver;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String wanted = request.getParameter(PARAMETER);
    for (Locale language : LANGUAGES) {
      if (language.getLanguage().equals(wanted)) {
        resolver.setLocale(request, response, language);
      }
    }
    return true;
  }

  private static Locale preferred(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Language");
    Locale best = accepted == null ? null : best(accepted);
    return best == null ? Locale.ENGLISH : best;
  }

  private static @Nullable Locale best(String accepted) {
    try {
      return Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
    } catch (IllegalArgumentException notALanguage) {
      return null;
    }
  }
}
