/**
 * Answers assistants by the Model Context Protocol: a tool for each comparison, for series and for
 * finding codes by names, and two documents. One request is one JSON-RPC message; nothing is
 * remembered between requests. {@link io.regionalmetrics.mcp.McpServer} is the entry point.
 */
@NullMarked
package io.regionalmetrics.mcp;

import org.jspecify.annotations.NullMarked;
