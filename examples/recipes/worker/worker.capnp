using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .scoring)],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "main")],
);

const scoring :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "dist/worker.js")],
  compatibilityDate = "2026-10-01",
);
