package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.francophonie.dclic.catalogue.Catalogue;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The home page and the pages that tell what this site is. */
@Controller
class PublicPages {
    /** The pages of words, the plan of the site last. */
    static final List<String> PAGES = List.of(
            "aide",
            "a-propos",
            "accessibilite",
            "eco-conception",
            "confidentialite",
            "cookies",
            "mentions-legales",
            "plan-du-site");

    /** The manuals that are for people. */
    static final List<String> GUIDES = List.of("apprenant", "formateur", "auteur", "administrateur");

    private static final String PAGE =
            "/{page:aide|a-propos|accessibilite|eco-conception|confidentialite|cookies|mentions-legales|plan-du-site}";
    private static final int COURSES_AT_HOME = 4;
    private final Catalogue catalogue;
    private final SettingService settings;

    PublicPages(Catalogue catalogue, SettingService settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @GetMapping({"/", Lane.OTHER, Lane.OTHER + "/"})
    String home(Model model, HttpServletResponse response) {
        cache(response);
        model.addAttribute("courses", catalogue.newest(COURSES_AT_HOME, Set.of()));
        return "home";
    }

    @GetMapping({PAGE, Lane.OTHER + PAGE})
    String page(@PathVariable String page, Model model, HttpServletResponse response) {
        cache(response);
        model.addAttribute("page", page);
        if (page.equals("mentions-legales"))
            model.addAttribute("legal", told(Setting.PUBLISHER, Setting.PUBLICATION_DIRECTOR, Setting.HOST));
        if (page.equals("confidentialite"))
            model.addAttribute("privacy", told(Setting.CONTROLLER, Setting.PRIVACY_CONTACT, Setting.AUTHORITY));
        if (page.equals("plan-du-site")) model.addAttribute("courses", catalogue.all(0));
        return "page-" + page;
    }

    /** What the law wants to be said, as far as an administrator has said it: word of the line, and its text. */
    @SafeVarargs
    private Map<String, String> told(Setting<String>... lines) {
        var told = new LinkedHashMap<String, String>();
        for (var line : lines)
            if (!settings.value(line).isEmpty()) told.put("setting." + line.key(), settings.value(line));
        return told;
    }

    /** The same bytes for everybody, for a few minutes. */
    static void cache(HttpServletResponse response) {
        response.setHeader(
                "Cache-Control",
                CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic().getHeaderValue());
    }
}
