package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.ui.StyleSheets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;

/** Gives every public page its lane. */
@ControllerAdvice("org.francophonie.dclic.site")
class LaneAdvice {
    private final Words words;
    private final Platform platform;
    private final StyleSheets styles;
    private final SettingService settings;

    LaneAdvice(Words words, Platform platform, StyleSheets styles, SettingService settings) {
        this.words = words;
        this.platform = platform;
        this.styles = styles;
        this.settings = settings;
    }

    @ModelAttribute("lane")
    Lane lane(HttpServletRequest request) {
        return of(request.getRequestURI());
    }

    /** How people reach whoever runs the platform; empty when that was not said. */
    @ModelAttribute("contact")
    String contact() {
        return settings.value(Setting.CONTACT);
    }

    /** Whether whoever comes may make an account. */
    @ModelAttribute("joining")
    boolean joining() {
        return settings.value(Setting.REGISTRATION_OPEN);
    }

    Lane of(String uri) {
        return new Lane(words, platform, Lane.locale(uri), Lane.path(uri), styles.site());
    }

    /** The address alone tells the language of a public page: it is the same for everybody, so it can be cached. */
    @Configuration(proxyBeanMethods = false)
    static class Language {
        @Bean
        static LocaleResolver localeResolver() {
            return new LocaleResolver() {
                @Override
                public Locale resolveLocale(HttpServletRequest request) {
                    return Lane.locale(request.getRequestURI());
                }

                @Override
                public void setLocale(
                        HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                    throw new UnsupportedOperationException("the address tells the language");
                }
            };
        }
    }
}
