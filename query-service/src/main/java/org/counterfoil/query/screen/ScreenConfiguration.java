package org.counterfoil.query.screen;

import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;
import org.counterfoil.http.problem.ProblemPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What all pages share. Styles and scripts come from this process only. */
@Configuration(proxyBeanMethods = false)
@Import(PageFrame.class)
public class ScreenConfiguration {

  private static final String ASSETS = "/assets/**";
  private static final String WEBJARS = "/webjars/**";

  @Bean
  Formats formats() {
    return new Formats();
  }

  @Bean
  ScreenLanguage screenLanguage() {
    return new ScreenLanguage();
  }

  @Bean
  LocaleResolver localeResolver(ScreenLanguage language) {
    return language.resolver();
  }

  @Bean
  MessageSource messageSource(ObjectProvider<ScreenTexts> others) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("org.counterfoil.query.screen.messages");
    others.forEach(texts -> messages.addBasenames(texts.baseName()));
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  @Bean
  ProblemPage problemPage(SpringTemplateEngine templates, MessageSource words) {
    return new ProblemScreen(templates, words);
  }

  @Bean
  AccessTable screenAccess() {
    return AccessTable.of(Route.open(HttpMethod.GET, ASSETS), Route.open(HttpMethod.GET, WEBJARS));
  }

  @Bean
  WebMvcConfigurer screenWeb(ScreenLanguage language) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language).excludePathPatterns("/api/**", ASSETS, WEBJARS);
      }

      /** Browsers ask each time whether it is still the same: 304 costs little, old styles much. */
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(ASSETS)
            .addResourceLocations("classpath:/org/counterfoil/query/screen/assets/")
            .setCacheControl(CacheControl.noCache());
        registry
            .addResourceHandler(WEBJARS)
            .addResourceLocations("classpath:/META-INF/resources/webjars/")
            .setCacheControl(CacheControl.noCache())
            .resourceChain(true);
      }
    };
  }
}
