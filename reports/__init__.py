"""Shows an AuditResult."""
