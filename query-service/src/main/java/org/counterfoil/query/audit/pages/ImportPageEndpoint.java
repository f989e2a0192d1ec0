package org.counterfoil.query.audit.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.lists.ImportQueries;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.audit.scope.AskedAudit;
import org.counterfoil.query.audit.subject.NoticeTexts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where an officer brings in a file of people. What its columns can mean is rendered here from the
 * register; the file itself goes from the browser to the command service, which decides.
 */
@Controller
class ImportPageEndpoint {

  private final ImportQueries imports;
  private final RegisterQueries register;
  private final NoticeTexts texts;
  private final AuditFrame frame;

  ImportPageEndpoint(
      ImportQueries imports, RegisterQueries register, NoticeTexts texts, AuditFrame frame) {
    this.imports = imports;
    this.register = register;
    this.texts = texts;
    this.frame = frame;
  }

  /** Names nobody, so that nobody is asked why. */
  @GetMapping("/organisations/{organisationId}/privacy/imports")
  String imports(AskedAudit audit, PageRequest page, HttpServletRequest request, Model model) {
    frame.fill(audit, request, model);
    NoticeTexts.Reading reading = texts.reading();
    List<ImportPurpose> published =
        register.register(audit.organisationId(), audit.reached()).activities().stream()
            .filter(activity -> !activity.notices().isEmpty())
            .map(activity -> ImportPurpose.of(activity, reading))
            .toList();
    model.addAttribute(
        "told", published.stream().filter(purpose -> !purpose.asksForConsent()).toList());
    model.addAttribute("asked", published.stream().filter(ImportPurpose::asksForConsent).toList());
    model.addAttribute(
        "fields",
        Stream.of(PersonalField.values())
            .filter(field -> published.stream().anyMatch(one -> one.fields().contains(field)))
            .toList());
    model.addAttribute("importWords", ImportWords.ALL);
    model.addAttribute("imports", imports.page(audit.organisationId(), page));
    return "audit/imports";
  }
}
