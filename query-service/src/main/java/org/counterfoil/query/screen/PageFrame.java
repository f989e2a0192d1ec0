package org.counterfoil.query.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.Grant;
import org.counterfoil.http.access.HttpCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs to know; pages of the one-process set-up share it. */
@ControllerAdvice(basePackages = {"org.counterfoil.query", "org.counterfoil.standalone"})
final class PageFrame {

  /**
   * The frame.
   *
   * @param path of this page, for the language switch
   * @param isKnown whether the caller is known
   * @param isLoggedIn whether it is a person in a session, which can be ended
   * @param isPlatformAdmin whether it is the platform administrator
   * @param caller who reads it
   */
  record Frame(
      String path,
      boolean isKnown,
      boolean isLoggedIn,
      boolean isPlatformAdmin,
      HttpCaller caller) {

    private static final Set<Role> READERS = Set.of(Role.ACCOUNTANT, Role.ADMIN, Role.AUDITOR);

    private static final Set<Role> OFFICERS = Set.of(Role.DPO, Role.ADMIN);

    private static final Set<Role> KEEPERS = Set.of(Role.ACCOUNTANT, Role.ADMIN);

    /** Whether the reader may record what belongs into the books. */
    public boolean mayKeepBooks(UUID organisation) {
      return isPlatformAdmin
          || !Collections.disjoint(caller.rolesIn(new OrganisationId(organisation)), KEEPERS);
    }

    /** The organisation whose records about personal data the reader may see; missing for none. */
    public @Nullable UUID recordsOf() {
      Grant grant = caller.grant();
      if (grant == null || !OFFICERS.contains(grant.role())) {
        return null;
      }
      OrganisationId organisation = grant.organisationId();
      return organisation == null ? null : organisation.value();
    }

    /** Whether there is a page of records about personal data for the reader. */
    public boolean mayReadRecords(UUID organisation) {
      return isPlatformAdmin
          || !Collections.disjoint(caller.rolesIn(new OrganisationId(organisation)), OFFICERS);
    }

    /** Whether this is a page of records about personal data, on which there are no sales. */
    public boolean isOfRecords() {
      return path.contains("/privacy") || path.equals("/operations/register");
    }

    /** Whether there is a page of accounts for the reader. */
    public boolean mayReadBooks(UUID organisation) {
      return isPlatformAdmin
          || !Collections.disjoint(caller.rolesIn(new OrganisationId(organisation)), READERS);
    }
  }

  private final Formats formats;

  PageFrame(Formats formats) {
    this.formats = formats;
  }

  @ModelAttribute("formats")
  Formats formats() {
    return formats;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request) {
    HttpCaller caller = Access.of(request).caller();
    return new Frame(
        request.getRequestURI(),
        !caller.isAnonymous(),
        caller.session() != null,
        caller.isPlatformAdmin(),
        caller);
  }
}
