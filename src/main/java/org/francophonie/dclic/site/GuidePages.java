package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The manuals, as they stand in {@code docs/}, for whoever uses the platform. They are in French. */
@Controller
class GuidePages {
    private static final String NAMES = "{name:apprenant|formateur|auteur|administrateur}";

    private final Map<String, Guide> guides = new ConcurrentHashMap<>();

    @GetMapping({"/guides/" + NAMES, Lane.OTHER + "/guides/" + NAMES})
    String guide(@PathVariable String name, Model model, HttpServletResponse response) {
        PublicPages.cache(response);
        model.addAttribute("guide", guides.computeIfAbsent(name, Guide::read));
        return "guide";
    }

    @GetMapping("/guides/images/{file:[a-z0-9-]+\\.jpg}")
    ResponseEntity<ClassPathResource> image(@PathVariable String file) {
        var picture = new ClassPathResource("guides/images/" + file);
        if (!picture.exists()) throw new PageNotFound();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(picture);
    }
}
