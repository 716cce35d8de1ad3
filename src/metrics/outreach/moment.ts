export * from '../../core/moment.js';
