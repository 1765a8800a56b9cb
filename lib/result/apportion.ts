export { apportion } from "@/lib/engine/apportion";
