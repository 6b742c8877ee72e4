package shopbell;

import io.vertx.ext.web.Router;
import shopbell.api.AuditRecorder;
import shopbell.api.admin.AuditApi;
import shopbell.api.admin.SourceApi;
import shopbell.api.supervisor.AccessLogApi;
import shopbell.sources.SourceOverview;
import shopbell.sources.Sources;

/** The pages of administrators that belong to no other feature: audit, access log, sources. */
record AdminModule(Foundation base, SourceOverview sources, AuditRecorder audit) implements Module {
  static AdminModule of(Foundation base, Sources sources, AuditRecorder audit) {
    SourceOverview overview =
        new SourceOverview(base.configuration().sources(), sources, base.words(), base.clock());
    return new AdminModule(base, overview, audit);
  }

  @Override
  public void mount(Router api) {
    new AuditApi(audit).mount(api);
    new SourceApi(sources, base.accessLogger()).mount(api);
    new AccessLogApi(base.accessLog()).mount(api);
  }
}
