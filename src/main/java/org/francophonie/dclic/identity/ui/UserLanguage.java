package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Direction;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.francophonie.dclic.identity.Me;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.platform.i18n.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The language of each screen: the signed-in person's, else the one chosen on this device, else the browser's. */
@Component
class UserLanguage implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final String COOKIE = "dclic-langue";
    /** Whoever comes from a page of the public site goes on in its language. */
    private static final String ASKED = "langue";

    private final transient PersonService people;

    UserLanguage(PersonService people) {
        this.people = people;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> speak(init.getUI()));
        event.addIndexHtmlRequestListener(
                page -> Optional.ofNullable(page.getVaadinRequest().getParameter(ASKED))
                        .map(Locale::of)
                        .filter(Words.LANGUAGES::contains)
                        .ifPresent(UserLanguage::remember));
    }

    private void speak(UI screen) {
        var language = Words.supported(
                people.me().map(Me::language).or(UserLanguage::chosen).orElseGet(() -> VaadinService.getCurrentRequest()
                        .getLocale()));
        screen.setLocale(language);
        if (Words.isRightToLeft(language)) screen.setDirection(Direction.RIGHT_TO_LEFT);
    }

    private static Optional<Locale> chosen() {
        var cookies = VaadinServletRequest.getCurrent().getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .map(Locale::of)
                .findFirst();
    }

    static void remember(Locale language) {
        VaadinServletResponse.getCurrent()
                .getHttpServletResponse()
                .addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, language.getLanguage())
                                .path("/app")
                                .sameSite("Lax")
                                .httpOnly(true)
                                .maxAge(Duration.ofDays(365))
                                .build()
                                .toString());
    }
}
